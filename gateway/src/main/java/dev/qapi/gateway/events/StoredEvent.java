package dev.qapi.gateway.events;

import dev.qapi.eservice.Event;
import dev.qapi.eservice.EventId;
import dev.qapi.eservice.EventType;
import dev.qapi.gateway.crypto.Nonce;
import dev.qapi.identifier.FilingNumber;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;

/** An event as it lies in the store. */
final class StoredEvent {

    static final String PLACE = "place";

    private StoredEvent() {}

    /**
     * Its id says which one it comes right after, so that only one can: whoever sees one has seen, or can see, all before it.
     *
     * @param last the highest place that is taken
     * @param noted when it became known, which makes places tell the time
     */
    static Document document(Happening it, String cause, long last, Instant noted) {
        var place = Math.max(last + 1, noted.toEpochMilli());
        var document = new Document("_id", it.owner() + ':' + last)
                .append("owner", it.owner())
                .append(PLACE, place)
                .append("event", EventId.of(place, Nonce.next()).text())
                .append("type", it.type().name())
                .append("at", Date.from(it.at()))
                .append("eservice", it.eservice())
                .append("cause", cause);
        return it.number() == null
                ? document
                : document.append("number", it.number().reveal());
    }

    static Event event(Document stored) {
        var number = stored.getString("number");
        return new Event(
                EventId.of(stored.getString("event")),
                EventType.valueOf(stored.getString("type")),
                stored.getDate("at").toInstant(),
                stored.getString("eservice"),
                number == null ? null : FilingNumber.of(number));
    }
}
