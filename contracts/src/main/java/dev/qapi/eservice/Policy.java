package dev.qapi.eservice;

import java.time.Duration;

/**
 * How old an answer may be: the one line about caching that an e-service writes.
 *
 * @param fresh how long a kept answer spares the call
 * @param stale how long a kept answer stands in, labelled, while the register gives none
 * @param evidence how far the moment that a reply describes may lie behind the call
 * @param wary whether nothing stands in while somebody may be between us and the register (a wrong certificate, a
 *     redirect, another's answer): money and keys are not told about from memory then
 */
public record Policy(Duration fresh, Duration stale, Duration evidence, boolean wary) {

    private static final Duration EVIDENCE = Duration.ofMinutes(5);

    /** Ask every time, keep nothing. */
    public static final Policy NEVER_KEPT = new Policy(Duration.ZERO, Duration.ZERO, EVIDENCE, false);

    /** Spare the call for so long; nothing stands in afterwards. */
    public static Policy fresh(Duration fresh) {
        return new Policy(fresh, fresh, EVIDENCE, false);
    }

    /** Let a kept answer stand in until it is that old. */
    public Policy orStale(Duration stale) {
        return new Policy(fresh, stale, evidence, wary);
    }

    /** Let nothing stand in after a security event, until the register has answered again. */
    public Policy unlessAttacked() {
        return new Policy(fresh, stale, evidence, true);
    }

    /** Whether anything is kept at all. */
    public boolean keeps() {
        return stale.isPositive();
    }
}
