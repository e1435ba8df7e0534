package dev.qapi.gateway.limits;

import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.EstimationProbe;
import java.time.Duration;

/**
 * How a limit stands.
 *
 * @param limit the whole allowance
 * @param left of it
 * @param spent whether nothing was left to take
 * @param again until there is something to take again
 * @param reset until the whole allowance is there again
 */
record Stand(long limit, long left, boolean spent, Duration again, Duration reset) {

    static Stand of(long limit, ConsumptionProbe probe) {
        return new Stand(
                limit,
                probe.getRemainingTokens(),
                !probe.isConsumed(),
                Duration.ofNanos(probe.getNanosToWaitForRefill()),
                Duration.ofNanos(probe.getNanosToWaitForReset()));
    }

    /** Until the whole is there again, all but the next one fill up step by step. */
    static Stand spent(long limit, EstimationProbe probe, Duration period) {
        var again = Duration.ofNanos(probe.getNanosToWaitForRefill());
        return new Stand(
                limit, 0, true, again, again.plus(period.dividedBy(limit).multipliedBy(limit - 1)));
    }

    /** Of what is counted only if it goes wrong. */
    static Stand of(long limit, long left, Duration period) {
        var step = period.dividedBy(Math.max(1, limit));
        return new Stand(limit, Math.max(0, left), left <= 0, step, step.multipliedBy(limit - Math.max(0, left)));
    }

    /** To its end, in parts of the whole. */
    boolean isNearer(Stand other) {
        return left * other.limit < other.left * limit;
    }
}
