package dev.qapi.services.opendata;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What is published; titles are in the contract. */
enum Dataset {
    SERVICES("day", "eservice", "language", "answered", "failed"),
    LANGUAGES("day", "language", "answered"),
    QUOTA("year", "activity", "approved", "used"),
    AVAILABILITY("day", "register", "via", "asked", "answered");

    final List<String> columns;

    Dataset(String... columns) {
        this.columns = List.of(columns);
    }

    /** Its name in addresses. */
    String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it is about, in a sentence. */
    Description description() {
        return Description.valueOf(name());
    }

    enum Description {
        SERVICES,
        LANGUAGES,
        QUOTA,
        AVAILABILITY
    }

    /** A dataset as an address names it. */
    record Name(Dataset dataset) {

        /** Reads a path variable. */
        public static Name of(String slug) {
            return Arrays.stream(values())
                    .filter(one -> one.slug().equals(slug))
                    .map(Name::new)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no such dataset"));
        }
    }
}
