package dev.qapi.gateway.filing;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.qapi.gateway.files.Owners;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Every filing, in one of two places: on its way in a small one, which is searched all the time, or at its end in the other,
 * which is kept for ever. It comes into the second before it leaves the first, so that whoever looks in that order finds it.
 */
@Component
class FilingStore implements Owners {

    /** Whatever the address of the store says: what is acknowledged outlives the loss of a machine. */
    static final WriteConcern DURABLE = WriteConcern.MAJORITY.withJournal(true);

    private final MongoCollection<Document> waiting;
    private final MongoCollection<Document> ended;

    FilingStore(MongoDatabase database) {
        this.waiting = database.getCollection("outbox").withWriteConcern(DURABLE);
        this.ended = database.getCollection("filings").withWriteConcern(DURABLE);
    }

    MongoCollection<Document> waiting() {
        return waiting;
    }

    MongoCollection<Document> ended() {
        return ended;
    }

    /**
     * Empty if something with its id or its number is there already, be it at its end: it may have got there since it was looked for.
     */
    Mono<StoredFiling> insert(StoredFiling filing) {
        var document = filing.toDocument().append(StoredFiling.DUE, Date.from(filing.filedAt()));
        return Mono.from(waiting.insertOne(document))
                .then(Mono.from(ended.find(eq("number", filing.number())).first()))
                .flatMap(_ -> Mono.from(waiting.deleteOne(eq("_id", filing.id()))))
                .map(_ -> false)
                .defaultIfEmpty(true)
                .onErrorResume(FilingStore::isThere, _ -> Mono.just(false))
                .filter(isNew -> isNew)
                .map(_ -> filing);
    }

    Mono<StoredFiling> find(String field, String value) {
        return Mono.from(waiting.find(eq(field, value)).first())
                .map(List::of)
                .defaultIfEmpty(List.of())
                .flatMap(way -> Mono.from(ended.find(eq(field, value)).first())
                        .switchIfEmpty(Mono.justOrEmpty(way.stream().findFirst())))
                .map(StoredFiling::of);
    }

    @Override
    public Mono<Boolean> isStored(String filing) {
        return find("_id", filing).hasElement();
    }

    /** Newest first. */
    Mono<List<StoredFiling>> all(String field, String value) {
        return Flux.concat(waiting.find(eq(field, value)), ended.find(eq(field, value)))
                .map(StoredFiling::of)
                .collect(LinkedHashMap<String, StoredFiling>::new, (found, it) -> found.put(it.id(), it))
                .map(found -> found.values().stream()
                        .sorted(Comparator.comparing(StoredFiling::filedAt).reversed())
                        .toList());
    }

    /**
     * Moves it to where it is kept for ever; done twice it is done once.
     *
     * @param told done in between, so that it is done again if this gateway dies before it leaves the first place
     */
    Mono<Void> end(StoredFiling filing, Mono<Void> told) {
        return Mono.from(ended.insertOne(filing.toDocument()))
                .onErrorComplete(FilingStore::isThere)
                .then(told)
                .then(Mono.from(waiting.deleteOne(eq("_id", filing.id()))))
                .then();
    }

    private static boolean isThere(Throwable error) {
        return error instanceof MongoWriteException write
                && write.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }

    /** The unique ones are what the embedded store searches by; the others are for a real one. */
    Mono<Void> index() {
        var unique = new IndexOptions().unique(true);
        return Flux.just(waiting, ended)
                .map(place -> place.withTimeout(30, TimeUnit.SECONDS))
                .concatMap(place -> Flux.concat(
                        place.createIndex(Indexes.ascending("number"), unique),
                        place.createIndex(Indexes.ascending("owner")),
                        place.createIndex(Indexes.ascending("subject"))))
                .concatWith(waiting.createIndex(Indexes.ascending(StoredFiling.DUE)))
                .then();
    }
}
