package dev.qapi.identifier;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.qapi.identifier.Malformed.Rule;
import java.text.Normalizer;

/** What somebody is called, in the letters of any script. Masked like an {@link Identifier}, but it is none: many have the same. */
public final class PersonName {

    private static final int LONGEST = 100;
    private final String value;

    private PersonName(String value) {
        this.value = value;
    }

    /** @throws Malformed if it has no two letters, is too long, or has what no name has */
    @JsonCreator
    public static PersonName of(String typed) {
        var name = Normalizer.normalize(typed, Normalizer.Form.NFC)
                .replaceAll("\\s+", " ")
                .strip();
        if (name.length() > LONGEST
                || name.codePoints().filter(Character::isLetter).count() < 2
                || !name.matches("[\\p{L}\\p{M}.'’ʼ‘\\- ]+")) {
            throw new Malformed(Rule.PERSON_NAME);
        }
        return new PersonName(name);
    }

    /** The name itself: for JSON and for a register. */
    @JsonValue
    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PersonName that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "PersonName[•••]";
    }
}
