package dev.qapi.eservice;

import java.util.stream.Stream;

/** Kleene's three truth values: what is not known is neither so nor not so. */
public enum Truth {
    TRUE,
    FALSE,
    UNKNOWN;

    /** What is known. */
    public static Truth of(boolean known) {
        return known ? TRUE : FALSE;
    }

    /** Kleene's OR: so if any says so, not so only if every one says that it is not, and at least one does. */
    public static Truth any(Truth... claims) {
        if (Stream.of(claims).anyMatch(TRUE::equals)) {
            return TRUE;
        }
        return claims.length > 0 && Stream.of(claims).allMatch(FALSE::equals) ? FALSE : UNKNOWN;
    }
}
