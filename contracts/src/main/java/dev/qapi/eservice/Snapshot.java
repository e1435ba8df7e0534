package dev.qapi.eservice;

import java.time.Instant;
import java.util.Optional;

/** What was last taken of something. */
@FunctionalInterface
public interface Snapshot<R extends Record> {

    /** The last one, from memory; empty before the first. */
    Optional<Taken<R>> latest();

    /** @param at when it was taken, by our clock */
    record Taken<R extends Record>(R content, Instant at) {}
}
