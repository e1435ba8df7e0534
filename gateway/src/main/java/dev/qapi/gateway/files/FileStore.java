package dev.qapi.gateway.files;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.WriteConcern;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Instant;
import java.util.Date;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Files as they lie in MongoDB: facts in one collection, pieces in another, all found by their {@code _id}, since that is what
 * the embedded store is fast at. A file is {@code SENT} once all of it is there, then {@code TAKEN} by one filing for good.
 */
@Component
class FileStore {
    private static final WriteConcern DURABLE = WriteConcern.MAJORITY.withJournal(true);
    private static final String TAKEN_BY = "takenBy";
    private static final String STATE = "state";

    private enum State {
        COMING,
        SENT,
        /** Its filing is stored: it is never looked at again. */
        KEPT,
        GOING
    }

    private final MongoCollection<Document> files;
    private final MongoCollection<Document> pieces;

    FileStore(MongoDatabase database) {
        this.files = database.getCollection("files").withWriteConcern(DURABLE);
        this.pieces = database.getCollection("filePieces").withWriteConcern(DURABLE);
    }

    Mono<Void> begin(String place, Instant at) {
        return Mono.from(files.insertOne(
                        new Document("_id", place).append("at", Date.from(at)).append(STATE, State.COMING.name())))
                .then();
    }

    Mono<Void> add(String place, int number, byte[] sealed) {
        return Mono.from(pieces.insertOne(new Document("_id", place + '.' + number).append("data", new Binary(sealed))))
                .then();
    }

    Mono<Void> end(String place, byte[] facts) {
        return Mono.from(files.updateOne(
                        eq("_id", place),
                        Updates.combine(
                                Updates.set(STATE, State.SENT.name()), Updates.set("facts", new Binary(facts)))))
                .then();
    }

    /** What is sealed about one that is wholly there. */
    Mono<byte[]> facts(String place) {
        return Mono.from(files.find(and(eq("_id", place), in(STATE, State.SENT.name(), State.KEPT.name())))
                        .first())
                .map(file -> file.get("facts", Binary.class).getData());
    }

    Mono<byte[]> piece(String place, int number) {
        return Mono.from(pieces.find(eq("_id", place + '.' + number)).first())
                .map(piece -> piece.get("data", Binary.class).getData());
    }

    /** False if another filing has it, or it was sent before that moment. */
    Mono<Boolean> take(String place, String filing, Instant since) {
        var free = and(eq(TAKEN_BY, null), eq(STATE, State.SENT.name()), gt("at", Date.from(since)));
        return Mono.from(files.findOneAndUpdate(
                        and(eq("_id", place), or(free, eq(TAKEN_BY, filing))), Updates.set(TAKEN_BY, filing)))
                .hasElement();
    }

    Mono<Void> giveBack(String place, String filing) {
        return Mono.from(files.updateOne(
                        and(eq("_id", place), eq(TAKEN_BY, filing), ne(STATE, State.KEPT.name())),
                        Updates.unset(TAKEN_BY)))
                .then();
    }

    /** Sent before that moment, and not known to be a stored filing's. */
    Flux<Document> old(Instant before) {
        return Flux.from(files.find(and(lt("at", Date.from(before)), ne(STATE, State.KEPT.name()))));
    }

    static String place(Document old) {
        return old.getString("_id");
    }

    static String takenBy(Document old) {
        return old.get(TAKEN_BY, "");
    }

    Mono<Void> keep(String place) {
        return Mono.from(files.updateOne(eq("_id", place), Updates.set(STATE, State.KEPT.name())))
                .then();
    }

    /** If it is still as it was; what a gateway began to remove and did not end, the next one ends. */
    Mono<Void> remove(Document old, int mostPieces) {
        var place = place(old);
        var all = IntStream.rangeClosed(0, mostPieces)
                .mapToObj(number -> place + '.' + number)
                .toList();
        return Mono.from(files.findOneAndUpdate(
                        and(eq("_id", place), eq(TAKEN_BY, old.getString(TAKEN_BY)), ne(STATE, State.KEPT.name())),
                        Updates.set(STATE, State.GOING.name())))
                .flatMap(_ -> Mono.from(pieces.deleteMany(in("_id", all))))
                .flatMap(_ -> Mono.from(files.deleteOne(eq("_id", place))))
                .then();
    }
}
