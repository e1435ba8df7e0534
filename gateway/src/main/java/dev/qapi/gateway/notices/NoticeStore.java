package dev.qapi.gateway.notices;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.qapi.eservice.Notices.State;
import dev.qapi.gateway.dispatch.Rounds;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Where addresses lie: one of each owner at most. */
@Component
class NoticeStore {

    private static final FindOneAndUpdateOptions AFTER =
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);

    private final MongoCollection<Document> notices;

    NoticeStore(MongoDatabase database) {
        this.notices = database.getCollection("notices").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    MongoCollection<Document> all() {
        return notices;
    }

    Mono<StoredNotice> find(String owner) {
        return Mono.from(notices.find(eq("_id", owner)).first()).map(StoredNotice::of);
    }

    /** False if another has come meanwhile into the place of the one that was seen. */
    Mono<Boolean> put(StoredNotice notice, @Nullable StoredNotice seen) {
        var document = notice.toDocument();
        return seen == null
                ? Mono.from(notices.insertOne(document))
                        .thenReturn(true)
                        .onErrorResume(NoticeStore::isThere, _ -> Mono.just(false))
                : Mono.from(notices.replaceOne(turn(notice.owner(), seen.turn()), document))
                        .map(done -> done.getMatchedCount() == 1);
    }

    private static boolean isThere(Throwable error) {
        return error instanceof MongoWriteException write
                && write.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }

    /** One more try to repeat its code, counted before it is judged; empty if there are no more. */
    Mono<StoredNotice> tried(String owner, int most) {
        return change(
                and(eq("_id", owner), eq("state", State.PENDING.name()), lt("tries", most)), Updates.inc("tries", 1));
    }

    /** From now on it is sent what comes behind that place; empty if it is another's turn meanwhile. */
    Mono<StoredNotice> activate(StoredNotice pending, long place, Instant now) {
        return change(
                and(turn(pending.owner(), pending.turn()), eq("state", State.PENDING.name())),
                Updates.combine(
                        Updates.set("state", State.ACTIVE.name()),
                        Updates.set("since", Date.from(now)),
                        Updates.set("place", place),
                        Updates.set(Rounds.DUE, Date.from(now)),
                        Updates.unset("code")));
    }

    /** Whoever is sending there just now has lost it. */
    Mono<Void> end(String owner, Instant now) {
        return end(eq("_id", owner), now);
    }

    /** Nothing if another has come into its place. */
    Mono<Void> end(String owner, String turn, Instant now) {
        return end(turn(owner, turn), now);
    }

    private Mono<Void> end(Bson which, Instant now) {
        var ended = Updates.combine(
                Updates.set("state", StoredNotice.ENDED),
                Updates.set("since", Date.from(now)),
                Updates.unset("address"),
                Updates.unset("code"),
                Updates.unset("lease"));
        return Mono.from(notices.updateOne(which, ended)).then();
    }

    /** What was ended, or not confirmed, before then. */
    Mono<Void> forget(Instant before) {
        return Mono.from(notices.deleteMany(
                        and(in("state", State.PENDING.name(), StoredNotice.ENDED), lt("since", Date.from(before)))))
                .then();
    }

    Mono<String> index() {
        var patient = notices.withTimeout(30, TimeUnit.SECONDS);
        return Mono.from(patient.createIndex(Indexes.ascending("state", Rounds.DUE)));
    }

    private Mono<StoredNotice> change(Bson which, Bson update) {
        return Mono.from(notices.findOneAndUpdate(which, update, AFTER)).map(StoredNotice::of);
    }

    private static Bson turn(String owner, String turn) {
        return and(eq("_id", owner), eq("turn", turn));
    }
}
