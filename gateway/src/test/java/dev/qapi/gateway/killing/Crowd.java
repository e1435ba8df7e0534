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

    private static final int MANY = 1000;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger begun = new AtomicInteger();
    private final long start = System.nanoTime();
    private volatile long end;
    private final Ledger ledger;
    private final int receivedBefore;
    private volatile int received;

    Crowd(Senders senders, Ledger ledger, int perSecond) {
        this.ledger = ledger;
        this.receivedBefore = ledger.receipts().size();
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

    /** Once closed: how many got a receipt meanwhile. */
    double perSecond() {
        return (received - receivedBefore) * 1e9 / (end - start);
    }

    @Override
    public void close() {
        clock.shutdownNow();
        end = System.nanoTime();
        received = ledger.receipts().size();
    }
}
