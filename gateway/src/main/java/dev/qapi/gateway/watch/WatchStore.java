package dev.qapi.gateway.watch;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import org.springframework.util.AlternativeJdkIdGenerator;
import org.springframework.util.IdGenerator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is looked at, and which gateway does so now: one at a time, as with filings ({@code gateway.filing.Leases}). */
@Component
class WatchStore {

    private static final IdGenerator IDS = new AlternativeJdkIdGenerator();
    private static final FindOneAndUpdateOptions LONGEST_DUE =
            new FindOneAndUpdateOptions().sort(Sorts.ascending(StoredWatch.DUE)).returnDocument(ReturnDocument.AFTER);

    private final MongoCollection<Document> watches;

    WatchStore(MongoDatabase database) {
        this.watches = database.getCollection("watches").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    /** False if it is there already, which changes nothing about it. */
    Mono<Boolean> insert(Watch watch, Instant due) {
        return Mono.from(watches.insertOne(StoredWatch.document(watch, due)))
                .thenReturn(true)
                .onErrorResume(WatchStore::isThere, _ -> Mono.just(false));
    }

    Mono<Watch> find(Bson which) {
        return Mono.from(watches.find(which).first()).map(StoredWatch::of);
    }

    Flux<Watch> all(Bson which) {
        return Flux.from(watches.find(which)).map(StoredWatch::of);
    }

    /** The one that is due for the longest, which nobody else gets until then; empty if none is due. */
    Mono<Watch> takeAny(Set<String> kinds, Instant now, Instant until) {
        var mine = Updates.combine(
                Updates.set(StoredWatch.DUE, Date.from(until)),
                Updates.set("lease", IDS.generateId().toString()));
        return Mono.from(watches.findOneAndUpdate(
                        and(in("kind", kinds), lte(StoredWatch.DUE, Date.from(now))), mine, LONGEST_DUE))
                .map(StoredWatch::of);
    }

    /** Nothing happens if the lease has run out meanwhile. */
    Mono<Void> giveBack(Watch mine, Instant due, Bson change) {
        var back = Updates.combine(change, Updates.set(StoredWatch.DUE, Date.from(due)), Updates.unset("lease"));
        return Mono.from(watches.updateOne(leased(mine), back)).then();
    }

    /** Nothing happens if the lease has run out meanwhile. */
    Mono<Void> end(Watch mine) {
        return remove(leased(mine)).then();
    }

    Mono<Void> renew(String id, Instant until) {
        return Mono.from(watches.updateOne(eq("_id", id), Updates.set("until", Date.from(until))))
                .then();
    }

    /** Whether it was there. */
    Mono<Boolean> remove(Bson which) {
        return Mono.from(watches.deleteOne(which)).map(done -> done.getDeletedCount() == 1);
    }

    private static Bson leased(Watch mine) {
        return and(eq("_id", mine.id()), eq("lease", mine.lease()));
    }

    private static boolean isThere(Throwable error) {
        return error instanceof MongoWriteException write
                && write.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }

    Mono<Void> index() {
        var patient = watches.withTimeout(30, TimeUnit.SECONDS);
        return Flux.concat(
                        patient.createIndex(Indexes.ascending(StoredWatch.DUE)),
                        patient.createIndex(Indexes.ascending("owners")))
                .then();
    }
}
