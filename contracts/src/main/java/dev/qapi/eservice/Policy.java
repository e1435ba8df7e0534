package dev.qapi.eservice;

import java.time.Duration;

/**
 * How old an answer may be: the one line about caching that an e-service writes.
 *
 * @param fresh how long a kept answer spares the call
 * @param stale how long a kept answer stands in, labelled, while the register gives none
 * @param evidence how far the moment that a reply describes may lie behind the call
 */
public record Policy(Duration fresh, Duration stale, Duration evidence) {

    private static final Duration EVIDENCE = Duration.ofMinutes(5);

    /** Ask every time, keep nothing. */
    public static final Policy NEVER_KEPT = new Policy(Duration.ZERO, Duration.ZERO, EVIDENCE);

    /** Spare the call for so long; nothing stands in afterwards. */
    public static Policy fresh(Duration fresh) {
        return new Policy(fresh, fresh, EVIDENCE);
    }

    /** Let a kept answer stand in until it is that old. */
    public Policy orStale(Duration stale) {
        return new Policy(fresh, stale, evidence);
    }

    /** Whether anything is kept at all. */
    public boolean keeps() {
        return stale.isPositive();
    }
}
