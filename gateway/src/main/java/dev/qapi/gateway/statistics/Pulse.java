package dev.qapi.gateway.statistics;

import dev.qapi.eservice.Vital.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** How one register or layer does, by its latest calls. */
final class Pulse {

    /** After that long without a call nothing is known. */
    static final Duration LATELY = Duration.ofMinutes(15);

    private static final int LATEST = 10;
    /** One lost call is no outage. */
    private static final int IN_A_ROW = 3;

    /** @param state what was so at that time, and from when on */
    record Reading(
            State state, @Nullable Instant since, @Nullable Instant lastSuccess) {}

    private final Deque<Boolean> latest = new ArrayDeque<>(LATEST);
    private State state = State.UNKNOWN;
    private @Nullable Instant since;
    private @Nullable Instant lastCall;
    private @Nullable Instant lastSuccess;

    synchronized void beat(boolean answered, Instant now) {
        if (isSilent(now)) {
            latest.clear();
            state = State.UNKNOWN;
        }
        if (latest.size() == LATEST) {
            latest.removeFirst();
        }
        latest.addLast(answered);
        lastCall = now;
        lastSuccess = answered ? now : lastSuccess;
        var told = told();
        since = told == state && since != null ? since : now;
        state = told;
    }

    /** What was known before a restart. */
    synchronized void remember(Instant lastSuccess) {
        this.lastSuccess = lastSuccess;
    }

    synchronized Reading read(Instant now) {
        return lastCall != null && isSilent(now)
                ? new Reading(State.UNKNOWN, lastCall.plus(LATELY), lastSuccess)
                : new Reading(state, since, lastSuccess);
    }

    private boolean isSilent(Instant now) {
        return lastCall == null || Duration.between(lastCall, now).compareTo(LATELY) > 0;
    }

    private State told() {
        var failed = latest.stream().filter(answered -> !answered).count();
        if (failed == 0) {
            return State.UP;
        }
        var lastOnes = latest.stream().skip(Math.max(0, latest.size() - IN_A_ROW));
        return latest.size() >= IN_A_ROW && lastOnes.noneMatch(answered -> answered) ? State.DOWN : State.UNSTEADY;
    }
}
