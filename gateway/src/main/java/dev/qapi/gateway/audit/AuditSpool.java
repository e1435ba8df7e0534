package dev.qapi.gateway.audit;

import dev.qapi.gateway.audit.AuditQueue.Pending;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Appends entries to files, many at a time, on a thread of its own: an answer waits for one shared write into the page
 * cache, which outlives this process. If nothing can be written, nothing is told.
 */
@Component
class AuditSpool implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(AuditSpool.class);
    private static final Duration SEGMENT = Duration.ofMillis(200);
    /** Even if nobody asks anything, the store hears so often how far this process has written. */
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(10);

    private interface Action {
        void run() throws Exception;
    }

    private final AuditQueue queue;
    private final AuditFolder folder;
    private final AuditSegments segments;
    private final AuditChain chain;
    private final Counter written;
    private volatile boolean running;
    private boolean failing;
    private volatile Thread writer = new Thread();

    AuditSpool(AuditQueue queue, AuditFolder folder, AuditSegments segments, AuditChain chain, MeterRegistry meters) {
        this.queue = queue;
        this.folder = folder;
        this.segments = segments;
        this.chain = chain;
        this.written = meters.counter("qapi.audit.written");
    }

    /** Completes when the entry is on its way to disk, past the fate of this process; fails if it cannot be in time. */
    Mono<Void> append(AuditEntry entry) {
        return queue.put(entry);
    }

    private void write() {
        chain.begin(folder.last());
        attempt(segments::open);
        var told = System.nanoTime();
        while (running || !queue.isEmpty()) {
            attempt(() -> {
                write(queue.next(SEGMENT));
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
        queue.close();
    }

    private void attempt(Action action) {
        try {
            action.run();
        } catch (Exception e) {
            failing(e);
        }
    }

    private void write(List<Pending> batch) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            segments.append(chain.lines(batch.stream().map(Pending::entry).toList()));
            chain.areWritten();
            written.increment(batch.size());
            batch.forEach(Pending::tellWritten);
            failing(null);
        } catch (IOException | RuntimeException e) {
            chain.areLost();
            batch.forEach(pending -> pending.tellLost(e));
            failing(e);
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

    @Override
    public void start() {
        running = true;
        queue.open();
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
