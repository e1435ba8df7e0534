package dev.qapi.gateway.audit;

import dev.qapi.eservice.Failure;
import dev.qapi.eservice.Failure.Outage;
import dev.qapi.eservice.Failure.Unavailable;
import dev.qapi.eservice.Register;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Appends entries to files, many at a time, on a thread of its own: an answer waits for one shared write into the page
 * cache, which outlives this process. If nothing can be written, nothing is told.
 */
@Component
class AuditSpool implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(AuditSpool.class);
    private static final int MOST_WAITING = 20_000;
    private static final int BATCH = 1_000;
    private static final Duration SEGMENT = Duration.ofMillis(200);
    /** Even if nobody asks anything, the store hears so often how far this process has written. */
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(10);
    /** A disk that hangs is one that cannot be written to. */
    static final Duration PATIENCE = Duration.ofSeconds(1);

    private record Pending(AuditEntry entry, CompletableFuture<Void> written) {}

    private interface Action {
        void run() throws Exception;
    }

    private final LinkedTransferQueue<Pending> queue = new LinkedTransferQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AuditFolder folder;
    private final AuditSegments segments;
    private final AuditChain chain;
    private final Counter written;
    private volatile boolean running;
    private volatile boolean ended = true;
    private boolean failing;
    private volatile Thread writer = new Thread();

    AuditSpool(AuditFolder folder, AuditSegments segments, AuditChain chain, MeterRegistry meters) {
        this.folder = folder;
        this.segments = segments;
        this.chain = chain;
        meters.gauge("qapi.audit.waiting", waiting);
        this.written = meters.counter("qapi.audit.written");
    }

    /** Completes when the entry is on its way to disk, past the fate of this process; fails if it cannot be in time. */
    Mono<Void> append(AuditEntry entry) {
        return Mono.defer(() -> {
            var pending = new Pending(entry, new CompletableFuture<>());
            if (waiting.incrementAndGet() > MOST_WAITING || ended) {
                waiting.decrementAndGet();
                return Mono.error(closed(null));
            }
            queue.put(pending);
            if (ended) {
                refuseRest();
            }
            return Mono.fromFuture(pending.written(), true)
                    .timeout(PATIENCE, Mono.error(() -> closed(null)))
                    .publishOn(Schedulers.parallel());
        });
    }

    private void write() {
        chain.begin(folder.last());
        attempt(segments::open);
        var told = System.nanoTime();
        while (running || !queue.isEmpty()) {
            attempt(() -> {
                write(nextBatch());
                segments.closeIfOlderThan(SEGMENT, () -> List.of(chain.head(false)));
            });
            if (System.nanoTime() - told >= SIGN_OF_LIFE.toNanos()) {
                told = System.nanoTime();
                attempt(segments::open);
            }
        }
        attempt(() -> {
            segments.open();
            segments.closeIfOlderThan(Duration.ZERO, () -> List.of(chain.head(true)));
        });
        ended = true;
        refuseRest();
    }

    private void attempt(Action action) {
        try {
            action.run();
        } catch (Exception e) {
            failing(e);
        }
    }

    private List<Pending> nextBatch() throws InterruptedException {
        var batch = new ArrayList<Pending>(BATCH);
        var first = queue.poll(SEGMENT.toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
            batch.add(first);
            queue.drainTo(batch, BATCH - 1);
        }
        return batch;
    }

    private void write(List<Pending> batch) {
        if (batch.isEmpty()) {
            return;
        }
        waiting.addAndGet(-batch.size());
        try {
            segments.append(chain.lines(batch.stream().map(Pending::entry).toList()));
            chain.areWritten();
            written.increment(batch.size());
            batch.forEach(pending -> pending.written().complete(null));
            failing(null);
        } catch (IOException | RuntimeException e) {
            chain.areLost();
            batch.forEach(pending -> pending.written().completeExceptionally(closed(e)));
            failing(e);
        }
    }

    /** Whoever came between the last write and the end hears so, instead of waiting for ever. */
    private void refuseRest() {
        for (var late = queue.poll(); late != null; late = queue.poll()) {
            waiting.decrementAndGet();
            late.written().completeExceptionally(closed(null));
        }
    }

    /** Told when it begins and when it is over, not for every answer that was not given. */
    private void failing(@Nullable Exception now) {
        if (now != null && !failing) {
            log.error(
                    "audit cannot be written, so nothing is told about anybody: {}",
                    now.getClass().getName());
        } else if (now == null && failing) {
            log.warn("audit is written again");
        }
        failing = now != null;
    }

    private static Failure closed(@Nullable Exception cause) {
        return new Unavailable(Register.GATEWAY, Outage.DOWN, Unavailable.USUALLY, cause);
    }

    @Override
    public void start() {
        running = true;
        ended = false;
        writer = Thread.ofPlatform().name("audit-spool").start(this::write);
    }

    @Override
    public void stop() {
        running = false;
        try {
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Before the first request and until after the last. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
