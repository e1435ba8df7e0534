package dev.qapi.services.evidence;

import dev.qapi.identifier.Malformed;
import dev.qapi.identifier.Malformed.Rule;

/** Which form is to be filled in, by the path of what files it: {@code letters/own}. */
record FormPath(String path) {

    /** @throws Malformed if no path looks like it */
    public static FormPath of(String written) {
        if (!written.matches("[a-z-]{1,40}(/[a-z-]{1,40}){0,3}")) {
            throw new Malformed(Rule.SHAPE);
        }
        return new FormPath(written);
    }
}
