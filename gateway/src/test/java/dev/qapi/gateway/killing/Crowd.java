package dev.qapi.gateway.killing;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Letters at a steady rate, however long the earlier ones take; only while very many wait for a receipt, since nobody can
 * give them one, no more come.
 */
final class Crowd implements AutoCloseable {

    private static final int MANY = 150;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger begun = new AtomicInteger();
    private final long start = System.nanoTime();
    private volatile long end;

    Crowd(Senders senders, Ledger ledger, int perSecond) {
        clock.scheduleAtFixedRate(
                () -> {
                    if (ledger.underWay() < MANY) {
                        senders.file(Letter.any());
                        begun.incrementAndGet();
                    }
                },
                0,
                TimeUnit.SECONDS.toNanos(1) / perSecond,
                TimeUnit.NANOSECONDS);
    }

    int begun() {
        return begun.get();
    }

    /** Once closed. */
    double perSecond() {
        return begun.get() * 1e9 / (end - start);
    }

    @Override
    public void close() {
        clock.shutdownNow();
        end = System.nanoTime();
    }
}
