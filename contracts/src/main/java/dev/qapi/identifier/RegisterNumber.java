package dev.qapi.identifier;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.qapi.identifier.Malformed.Rule;

/**
 * A number that a register gave out (payment number, card, decision, residence PIN): shown to the person exactly as the
 * register writes it, {@code MYİ0012345} with its İ.
 */
public final class RegisterNumber extends Identifier {

    private static final int LONGEST = 40;

    private RegisterNumber(String value) {
        super(value);
    }

    /** @throws Malformed if it is blank, or longer than any number a register gives out */
    @JsonCreator
    public static RegisterNumber of(String written) {
        if (written.isBlank() || written.length() > LONGEST || written.chars().anyMatch(Character::isISOControl)) {
            throw new Malformed(Rule.SHAPE);
        }
        return new RegisterNumber(written);
    }
}
