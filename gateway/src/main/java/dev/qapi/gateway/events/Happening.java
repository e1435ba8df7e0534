package dev.qapi.gateway.events;

import dev.qapi.eservice.EventType;
import dev.qapi.identifier.FilingNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody is to hear of.
 *
 * @param owner whom it is for, see {@link Owners}
 * @param eservice where to ask about it
 * @param number of the filing, if it is about one
 * @param cause tells it from every other for the same owner: what is noted twice happened once
 */
public record Happening(
        String owner,
        EventType type,
        Instant at,
        String eservice,
        @Nullable FilingNumber number,
        String cause) {}
