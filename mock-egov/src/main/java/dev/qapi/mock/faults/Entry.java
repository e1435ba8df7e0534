package dev.qapi.mock.faults;

import java.time.Instant;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * An injection that is live.
 *
 * @param ends when it does so by itself, null if never
 * @param chance decides for a share; the same calls of the same entry are hit each time
 */
record Entry(String id, Injection injection, @Nullable Instant ends, Random chance) {

    boolean isOver(Instant now) {
        return ends != null && !now.isBefore(ends);
    }

    boolean isActive(Instant now) {
        return !isOver(now) && (injection.window() == null || injection.window().contains(now));
    }

    boolean hits(Target call, Instant now) {
        return isActive(now)
                && !injection.isWide()
                && injection.target().matches(call)
                && (injection.share() == 1 || chance.nextDouble() < injection.share());
    }
}
