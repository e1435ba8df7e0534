package dev.qapi.gateway.audit;

import dev.qapi.eservice.Failure;
import dev.qapi.eservice.Failure.Outage;
import dev.qapi.eservice.Failure.Unavailable;
import dev.qapi.eservice.Register;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Entries that wait for the writer of the spool, and the answers that wait for them. It is closed until there is a writer. */
@Component
class AuditQueue {

    private static final int MOST = 20_000;
    private static final int BATCH = 1_000;
    /** A disk that hangs is one that cannot be written to. */
    static final Duration PATIENCE = Duration.ofSeconds(1);

    /** An entry on its way, to be told what became of it. */
    record Pending(AuditEntry entry, CompletableFuture<Void> written) {

        void tellWritten() {
            written.complete(null);
        }

        void tellLost(@Nullable Exception cause) {
            written.completeExceptionally(failure(cause));
        }
    }

    private final LinkedTransferQueue<Pending> queue = new LinkedTransferQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile boolean closed = true;

    AuditQueue(MeterRegistry meters) {
        meters.gauge("qapi.audit.waiting", waiting);
    }

    void open() {
        closed = false;
    }

    /** Whoever came between the last write and the end hears so, instead of waiting for ever. */
    void close() {
        closed = true;
        refuseRest();
    }

    /** Completes when the entry is written, on the thread that writes; fails if it cannot be in time. */
    Mono<Void> put(AuditEntry entry) {
        return Mono.defer(() -> {
            var pending = new Pending(entry, new CompletableFuture<>());
            if (waiting.incrementAndGet() > MOST || closed) {
                waiting.decrementAndGet();
                return Mono.error(failure(null));
            }
            queue.put(pending);
            if (closed) {
                refuseRest();
            }
            return Mono.fromFuture(pending.written(), true).timeout(PATIENCE, Mono.error(() -> failure(null)));
        });
    }

    boolean isEmpty() {
        return queue.isEmpty();
    }

    /** Those that are there, once there are any; none if nobody comes for that long. */
    List<Pending> next(Duration patience) throws InterruptedException {
        var batch = new ArrayList<Pending>();
        var first = queue.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
            batch.add(first);
            queue.drainTo(batch, BATCH - 1);
        }
        waiting.addAndGet(-batch.size());
        return batch;
    }

    private void refuseRest() {
        for (var late = queue.poll(); late != null; late = queue.poll()) {
            waiting.decrementAndGet();
            late.tellLost(null);
        }
    }

    private static Failure failure(@Nullable Exception cause) {
        return new Unavailable(Register.GATEWAY, Outage.DOWN, Unavailable.USUALLY, cause);
    }
}
