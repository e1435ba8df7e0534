package dev.qapi.gateway.limits;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;

/**
 * When a failed match is told: on a tick of the question's own clock. One that no register was asked about pretends to have
 * taken as long as one of the latest of its route that were, so that nobody tells them apart by the tick either.
 */
@Component
class Release {

    private final long tick;
    private final long floor;
    private final Map<String, Lately> routes = new ConcurrentHashMap<>();

    Release(LimitsProperties properties) {
        this.tick = properties.tick().toNanos();
        this.floor = properties.floor().toNanos();
    }

    /**
     * How long to wait with what took so long.
     *
     * @param isLimited whether no register was asked
     */
    Duration of(String route, long nanos, boolean isLimited) {
        if (tick <= 0) {
            return Duration.ZERO;
        }
        if (!isLimited) {
            lately(route).add(nanos);
        }
        var pretended = isLimited ? Math.max(nanos, lately(route).any()) : nanos;
        var ticks = Math.ceilDiv(Math.max(floor, pretended), tick);
        return Duration.ofNanos(ticks * tick - nanos);
    }

    private Lately lately(String route) {
        return routes.computeIfAbsent(route, _ -> new Lately());
    }

    /** A few of the latest. */
    private static final class Lately {

        private static final int SIZE = 64;

        private final long[] nanos = new long[SIZE];
        private int next;
        private int known;

        synchronized void add(long took) {
            nanos[next] = took;
            next = (next + 1) % SIZE;
            known = Math.min(SIZE, known + 1);
        }

        synchronized long any() {
            return known == 0 ? 0 : nanos[ThreadLocalRandom.current().nextInt(known)];
        }
    }
}
