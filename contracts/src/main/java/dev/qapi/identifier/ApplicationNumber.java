package dev.qapi.identifier;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.qapi.identifier.Malformed.Rule;

/** Number of an application as the receipt has it: {@code MR-2026-0412345}, the dashes may be left out. */
public final class ApplicationNumber extends Identifier {

    private ApplicationNumber(String value) {
        super(value);
    }

    /** @throws Malformed if it is not two letters, a year and seven digits */
    @JsonCreator
    public static ApplicationNumber of(String typed) {
        var code = Normal.code(typed, Rule.APPLICATION_NUMBER).replace("-", "");
        if (!Normal.isPlain(code, 13, 13) || !letters(code.substring(0, 2)) || !digits(code.substring(2))) {
            throw new Malformed(Rule.APPLICATION_NUMBER);
        }
        return new ApplicationNumber(code.substring(0, 2) + '-' + code.substring(2, 6) + '-' + code.substring(6));
    }

    private static boolean letters(String code) {
        return code.chars().allMatch(c -> c >= 'A' && c <= 'Z');
    }

    private static boolean digits(String code) {
        return code.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
