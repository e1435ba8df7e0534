package dev.qapi.gateway.events;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.qapi.eservice.Event;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where events lie. */
@Component
class EventStore {

    private final MongoCollection<Document> events;

    EventStore(MongoDatabase database) {
        this.events = database.getCollection("events").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    /** The highest place that is taken; 0 if none is. */
    Mono<Long> last(String owner) {
        return Mono.from(events.find(eq("owner", owner))
                        .sort(Sorts.descending(StoredEvent.PLACE))
                        .first())
                .map(event -> event.getLong(StoredEvent.PLACE))
                .defaultIfEmpty(0L);
    }

    Mono<Boolean> knows(String cause) {
        return Mono.from(events.find(eq("cause", cause)).first()).hasElement();
    }

    /** False if another has come right after the same one meanwhile. */
    Mono<Boolean> add(Document event) {
        return Mono.from(events.insertOne(event))
                .thenReturn(true)
                .onErrorResume(EventStore::isThere, _ -> Mono.just(false));
    }

    Flux<Event> after(String owner, long place, int most) {
        return Flux.from(events.find(and(eq("owner", owner), gt(StoredEvent.PLACE, place)))
                        .sort(Sorts.ascending(StoredEvent.PLACE))
                        .limit(most))
                .map(StoredEvent::event);
    }

    Flux<Event> before(String owner, long place, int most) {
        return Flux.from(events.find(and(eq("owner", owner), lt(StoredEvent.PLACE, place)))
                        .sort(Sorts.descending(StoredEvent.PLACE))
                        .limit(most))
                .map(StoredEvent::event);
    }

    Mono<Long> forget(Instant before) {
        return Mono.from(events.deleteMany(lt("at", Date.from(before)))).map(done -> done.getDeletedCount());
    }

    private static boolean isThere(Throwable error) {
        return error instanceof MongoWriteException write
                && write.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }

    /** For speed only: what must not be there twice has the same id. */
    Mono<Void> index() {
        var unique = new IndexOptions().unique(true);
        var patient = events.withTimeout(30, TimeUnit.SECONDS);
        return Flux.concat(
                        patient.createIndex(Indexes.ascending("owner", StoredEvent.PLACE), unique),
                        patient.createIndex(Indexes.ascending("cause"), unique),
                        patient.createIndex(Indexes.ascending("at")))
                .then();
    }
}
