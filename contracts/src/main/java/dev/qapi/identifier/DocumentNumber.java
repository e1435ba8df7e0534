package dev.qapi.identifier;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.qapi.identifier.Malformed.Rule;

/**
 * Number of a passport, residence card or other document as its machine-readable zone has it: 4 to 20 of A–Z and 0–9.
 * Spaces, dashes and case do not matter; look-alike Cyrillic letters and İ/ı are read as the Latin ones.
 */
public final class DocumentNumber extends Identifier {

    private DocumentNumber(String value) {
        super(value);
    }

    /**
     * @param typed what the person typed
     * @throws Malformed with {@link Rule#DOCUMENT_NUMBER_LETTERS} if a letter is left that no document number has
     */
    @JsonCreator
    public static DocumentNumber of(String typed) {
        var number = Normal.code(typed, Rule.DOCUMENT_NUMBER).replace("-", "");
        if (!Normal.isPlain(number, 4, 20)) {
            var foreign = number.codePoints().anyMatch(c -> c > 127 && Character.isLetter(c));
            throw new Malformed(foreign ? Rule.DOCUMENT_NUMBER_LETTERS : Rule.DOCUMENT_NUMBER);
        }
        return new DocumentNumber(number);
    }
}
