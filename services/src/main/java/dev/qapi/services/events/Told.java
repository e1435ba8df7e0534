package dev.qapi.services.events;

import dev.qapi.eservice.Event;
import dev.qapi.eservice.EventId;
import dev.qapi.eservice.Words;
import dev.qapi.identifier.FilingNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An event in words. */
record Told(
        EventId id,
        String type,
        String text,
        Instant at,
        String eservice,
        @Nullable FilingNumber number) {

    static Told of(Event event, Words words) {
        return new Told(
                event.id(), event.type().text(), words.of(event.type()), event.at(), event.eservice(), event.number());
    }
}
