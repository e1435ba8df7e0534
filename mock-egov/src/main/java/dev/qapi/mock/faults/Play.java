package dev.qapi.mock.faults;

import java.util.Locale;

/** What a proxy does to a single reply. */
enum Play {
    RESET,
    SILENCE,
    RESET_HALF,
    END_HALF,
    END,
    RANDOM,
    BAD_CHUNK,
    DRIP,
    HUGE_BODY,
    LARGE_HEADERS,
    ILLEGAL_BYTES;

    /** As it stands in the private header. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Play of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
