package dev.qapi.gateway.audit;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.json.JsonParseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Carries closed segments to Mongo, as often as it takes: a segment is deleted once every entry of it is acknowledged,
 * and an entry that arrives twice is one by its {@code _id}.
 */
@Component
class AuditShipper implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(AuditShipper.class);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int DUPLICATE_KEY = 11000;

    private final AuditSegments segments;
    private final MongoCollection<Document> collection;
    private final Counter delivered;
    private final Counter torn;
    private volatile Disposable shipping = Disposables.disposed();

    AuditShipper(AuditSegments segments, MongoDatabase database, MeterRegistry meters) {
        this.segments = segments;
        this.collection = database.getCollection("audit");
        this.delivered = meters.counter("qapi.audit.delivered");
        this.torn = meters.counter("qapi.audit.torn");
    }

    private Mono<Void> shipWaiting() {
        return Mono.fromCallable(segments::waiting)
                .flatMapMany(Flux::fromIterable)
                .concatMap(this::ship)
                .then()
                .onErrorResume(e -> {
                    log.debug("audit waits for Mongo: {}", e.getClass().getName());
                    return Mono.empty();
                });
    }

    private Mono<Void> ship(Path segment) {
        return Mono.fromCallable(() -> read(segment))
                .flatMap(entries -> insert(entries).thenReturn(entries.size()))
                .publishOn(Schedulers.boundedElastic())
                .doOnNext(delivered::increment)
                .then(Mono.fromCallable(() -> Files.deleteIfExists(segment)))
                .then();
    }

    private Mono<Void> insert(List<Document> entries) {
        return entries.isEmpty()
                ? Mono.empty()
                : Mono.from(collection.insertMany(entries, new InsertManyOptions().ordered(false)))
                        .onErrorComplete(AuditShipper::wereThereAlready)
                        .then();
    }

    private static boolean wereThereAlready(Throwable error) {
        return error instanceof MongoBulkWriteException bulk
                && bulk.getWriteConcernError() == null
                && bulk.getWriteErrors().stream().allMatch(e -> e.getCode() == DUPLICATE_KEY);
    }

    /** A line that a killed process left half written belongs to an answer that never left. */
    private List<Document> read(Path segment) throws IOException {
        var entries = new ArrayList<Document>();
        for (var line : Files.readAllLines(segment)) {
            try {
                var entry = Document.parse(line);
                entry.put("_id", entry.remove("id"));
                entry.put("at", Date.from(Instant.parse(entry.getString("at"))));
                entries.add(entry);
            } catch (JsonParseException half) {
                torn.increment();
            }
        }
        return entries;
    }

    @Override
    public void start() {
        shipping = Mono.defer(this::shipWaiting)
                .repeatWhen(done -> done.delayElements(PAUSE))
                .subscribeOn(Schedulers.boundedElastic())
                .subscribe();
    }

    @Override
    public void stop() {
        shipping.dispose();
    }

    /** Before the first request and until after the last. */
    @Override
    public int getPhase() {
        return -1;
    }

    @Override
    public boolean isRunning() {
        return !shipping.isDisposed();
    }
}
