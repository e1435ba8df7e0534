package dev.qapi.gateway.matrix;

import java.time.Duration;

/** What is kept of a question when it is asked while something fails. */
enum State {
    /** Nothing. */
    COLD,
    /** An answer that spares the call. */
    FRESH,
    /** An answer that may stand in. */
    STALE,
    /** An answer that is too old to be told. */
    EXPIRED,
    /** The register said a moment ago that it knows nobody like that, which is never kept. */
    NEGATIVE;

    boolean isSeeded() {
        return this != COLD;
    }

    /**
     * How old what is kept is.
     *
     * @param share between 0 and 1: where in the window it lies
     */
    Duration age(PolicyLine policy, double share) {
        return switch (this) {
            case COLD, NEGATIVE -> Duration.ZERO;
            case FRESH -> part(policy.fresh(), share);
            case STALE -> policy.fresh().plusSeconds(1).plus(part(policy.stale().minus(policy.fresh()), share));
            case EXPIRED -> policy.stale().plusSeconds(1);
        };
    }

    private static Duration part(Duration window, double share) {
        return Duration.ofMillis((long) (window.toMillis() * 0.9 * share));
    }
}
