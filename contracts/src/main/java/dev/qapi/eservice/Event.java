package dev.qapi.eservice;

import dev.qapi.identifier.FilingNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that has happened to somebody, without a word about what it says: that is told where they ask for it.
 *
 * @param at when it happened
 * @param eservice where to ask, by its id
 * @param number of the filing, if it is about one
 */
public record Event(
        EventId id,
        EventType type,
        Instant at,
        String eservice,
        @Nullable FilingNumber number) {}
