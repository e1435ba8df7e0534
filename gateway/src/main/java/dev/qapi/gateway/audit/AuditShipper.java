package dev.qapi.gateway.audit;

import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
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
    private static final Duration LAST_TRY = Duration.ofSeconds(3);
    /** So many are stored well within the time limit of one command. */
    private static final int TOGETHER = 500;

    private final AuditFolder folder;
    private final AuditStore store;
    private final AuditHeads heads;
    private final Looks looks;
    private final Counter delivered;
    private final Counter torn;
    private final Counter stuck;
    private final AtomicInteger undelivered;
    private volatile Disposable shipping = Disposables.disposed();

    AuditShipper(AuditFolder folder, AuditHeads heads, AuditStore store, Looks looks, MeterRegistry meters) {
        this.folder = folder;
        this.heads = heads;
        this.looks = looks;
        this.store = store;
        this.delivered = meters.counter("qapi.audit.delivered");
        this.torn = meters.counter("qapi.audit.torn");
        this.stuck = meters.counter("qapi.audit.stuck");
        this.undelivered = meters.gauge("qapi.audit.undelivered.files", new AtomicInteger());
    }

    private Mono<Void> shipWaiting() {
        return Mono.fromCallable(folder::waiting)
                .doOnNext(files -> undelivered.set(files.size()))
                .flatMapMany(Flux::fromIterable)
                .concatMap(segment -> ship(segment).onErrorResume(AuditShipper::isItsOwn, e -> isStuck(segment, e)))
                .then()
                .onErrorResume(e -> {
                    log.debug("audit waits for Mongo: {}", e.getClass().getName());
                    return Mono.empty();
                })
                .subscribeOn(Schedulers.boundedElastic());
    }

    private Mono<Void> ship(Path file) {
        return Mono.fromCallable(() -> AuditSegment.read(file))
                .delayUntil(segment ->
                        Flux.fromIterable(segment.entries()).buffer(TOGETHER).concatMap(store::add))
                .delayUntil(segment ->
                        Flux.fromIterable(segment.heads()).takeLast(1).concatMap(heads::advance))
                .delayUntil(segment -> looks.note(segment.entries()))
                .publishOn(Schedulers.boundedElastic())
                .flatMap(segment -> Mono.fromCallable(() -> done(file, segment)))
                .then();
    }

    private AuditSegment done(Path file, AuditSegment segment) throws IOException {
        var last = segment.last();
        if (last != null) {
            folder.delivered().write(last);
        }
        if (segment.torn() == 0) {
            Files.deleteIfExists(file);
        } else {
            AuditFolder.setAside(file);
        }
        delivered.increment(segment.entries().size());
        torn.increment(segment.torn());
        return segment;
    }

    /** Unlike a Mongo that is away, a file that cannot be read or an entry that it refuses stops no other. */
    private static boolean isItsOwn(Throwable error) {
        return !(error instanceof MongoTimeoutException || error instanceof MongoSocketException);
    }

    private Mono<Void> isStuck(Path segment, Throwable error) {
        stuck.increment();
        log.warn(
                "audit {} is not delivered: {}",
                segment.getFileName(),
                error.getClass().getName());
        return Mono.empty();
    }

    @Override
    public void start() {
        shipping = Disposables.composite(
                Mono.defer(this::shipWaiting)
                        .repeatWhen(done -> done.delayElements(PAUSE))
                        .subscribe(),
                store.index().subscribeOn(Schedulers.boundedElastic()).subscribe());
    }

    @Override
    public void stop() {
        shipping.dispose();
    }

    /** After the last entry, what is left is tried once more: the disk of this gateway may go with it. */
    @Override
    public void stop(Runnable callback) {
        stop();
        shipWaiting()
                .timeout(LAST_TRY)
                .onErrorComplete()
                .doFinally(_ -> callback.run())
                .subscribe();
    }

    /** Before the first entry and until after the last. */
    @Override
    public int getPhase() {
        return -1;
    }

    @Override
    public boolean isRunning() {
        return !shipping.isDisposed();
    }
}
