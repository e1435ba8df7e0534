package dev.qapi.identifier;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.qapi.identifier.Malformed.Rule;

/**
 * The number of something that was filed here: {@code QP-7K2M-9QXR-4T09}, 55 bits and a check character in Crockford's
 * base 32. Whoever reads it aloud or types it may leave out {@code QP} and dashes and mistake O for 0 and I or L for 1.
 */
public final class FilingNumber extends Identifier {

    private static final String SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 12;
    private static final int BITS = 5;

    private FilingNumber(String symbols) {
        super("QP-" + symbols.substring(0, 4) + '-' + symbols.substring(4, 8) + '-' + symbols.substring(8));
    }

    /** @param bits of which the lowest 55 count */
    public static FilingNumber of(long bits) {
        var symbols = new StringBuilder();
        for (var shift = (LENGTH - 2) * BITS; shift >= 0; shift -= BITS) {
            symbols.append(SYMBOLS.charAt((int) (bits >>> shift) & 31));
        }
        return new FilingNumber(symbols.append(check(symbols)).toString());
    }

    /** @throws Malformed if it has another length, a character that no number has, or the wrong check character */
    @JsonCreator
    public static FilingNumber of(String typed) {
        var code = Normal.code(typed, Rule.FILING_NUMBER).replace("-", "");
        var symbols = (code.length() > LENGTH && code.startsWith("QP") ? code.substring(2) : code)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        if (symbols.length() != LENGTH
                || !symbols.chars().allMatch(c -> SYMBOLS.indexOf(c) >= 0)
                || symbols.charAt(LENGTH - 1) != check(symbols.substring(0, LENGTH - 1))) {
            throw new Malformed(Rule.FILING_NUMBER);
        }
        return new FilingNumber(symbols);
    }

    /** Luhn's, modulo 32: finds every wrong character and nearly every pair of neighbours that changed places. */
    private static char check(CharSequence symbols) {
        var sum = 0;
        for (var i = 0; i < symbols.length(); i++) {
            var value = SYMBOLS.indexOf(symbols.charAt(symbols.length() - 1 - i));
            var doubled = i % 2 == 0 ? 2 * value : value;
            sum += doubled / 32 + doubled % 32;
        }
        return SYMBOLS.charAt((32 - sum % 32) % 32);
    }
}
