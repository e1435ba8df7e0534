package dev.qapi.identifier;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.qapi.identifier.Malformed.Rule;
import java.text.Normalizer;
import java.util.Locale;

/** What somebody writes in their own words. Masked: whatever it says may be about a person. */
public final class FreeText {

    private static final int LONGEST = 4000;
    private final String value;

    private FreeText(String value) {
        this.value = value;
    }

    /** @throws Malformed if it is blank, longer than 4000 characters, or has invisible control characters */
    @JsonCreator
    public static FreeText of(String typed) {
        var text = Normalizer.normalize(typed, Normalizer.Form.NFC)
                .replace("\r\n", "\n")
                .strip();
        if (text.isEmpty() || text.length() > LONGEST || text.chars().anyMatch(FreeText::isInvisible)) {
            throw new Malformed(Rule.FREE_TEXT);
        }
        return new FreeText(text);
    }

    private static boolean isInvisible(int c) {
        return Character.isISOControl(c) && c != '\n' && c != '\t';
    }

    /** Whether it says the same, whatever the case and the spaces. */
    public boolean saysTheSameAs(FreeText other) {
        return words().equals(other.words());
    }

    private String words() {
        return value.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }

    /** The text itself: for JSON and for a register. */
    @JsonValue
    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FreeText that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "FreeText[•••]";
    }
}
