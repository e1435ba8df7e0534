package dev.qapi.services.events;

import dev.qapi.identifier.Malformed;
import dev.qapi.identifier.Malformed.Rule;

/** How many at once: 1 to 100. */
record Limit(int most) {

    /** @throws Malformed if it is another number, or none */
    public static Limit of(String written) {
        if (!written.matches("[1-9][0-9]?|100")) {
            throw new Malformed(Rule.SHAPE);
        }
        return new Limit(Integer.parseInt(written));
    }
}
