package dev.qapi.identifier;

import java.text.Normalizer;
import java.util.Locale;

/** One spelling for what people type in many: script, case, spaces and invisible characters. */
final class Normal {

    private static final int LONGEST = 64;
    private static final String CYRILLIC = "АВЕКМНОРСТУХІЅЈԚԜ";
    private static final String LATIN = "ABEKMHOPCTYXISJQW";

    private Normal() {}

    /**
     * Upper-case Latin letters, ASCII digits and {@code -}; letters that no Latin letter looks like stay as they are.
     * A machine-readable travel document is printed in A–Z and 0–9 only (ICAO 9303-3, 4.3), so a Cyrillic letter that
     * looks like a Latin one was read off a Latin one. Applying it twice changes nothing.
     */
    static String code(String typed, Malformed.Rule rule) {
        var code = typed;
        for (var before = ""; !code.equals(before); ) {
            if (code.length() > LONGEST) {
                throw new Malformed(rule);
            }
            before = code;
            code = once(code);
        }
        return code;
    }

    /** The number of a paper: {@link #code} without dashes, 6 to 20 letters and digits. */
    static String paper(String typed, Malformed.Rule rule) {
        var code = code(typed, rule).replace("-", "");
        if (!isPlain(code, 6, 20)) {
            throw new Malformed(rule);
        }
        return code;
    }

    /** Whether a register that writes {@code written} means the paper of that number. */
    static boolean isPaper(String number, String written) {
        try {
            return paper(written, Malformed.Rule.SHAPE).equals(number);
        } catch (Malformed noPaper) {
            return false;
        }
    }

    /** Not yet stable: an upper-case letter may decompose, and what an invisible character kept apart may compose. */
    private static String once(String text) {
        var code = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .codePoints()
                .forEach(c -> append(code, c));
        return code.toString();
    }

    private static void append(StringBuilder code, int c) {
        var lookAlike = CYRILLIC.indexOf(c);
        switch (Character.getType(c)) {
            case Character.SPACE_SEPARATOR, Character.CONTROL, Character.FORMAT, Character.NON_SPACING_MARK -> {}
            case Character.DASH_PUNCTUATION -> code.append('-');
            case Character.DECIMAL_DIGIT_NUMBER -> code.append(Character.digit(c, 10));
            default -> code.appendCodePoint(c == 'İ' ? 'I' : lookAlike >= 0 ? LATIN.charAt(lookAlike) : c);
        }
    }

    /** Whether {@code code} has only A–Z, 0–9 and is between {@code least} and {@code most} long. */
    static boolean isPlain(String code, int least, int most) {
        return code.length() >= least
                && code.length() <= most
                && code.chars().allMatch(c -> c >= 'A' && c <= 'Z' || c >= '0' && c <= '9');
    }
}
