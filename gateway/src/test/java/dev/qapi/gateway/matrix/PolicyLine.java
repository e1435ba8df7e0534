package dev.qapi.gateway.matrix;

import static dev.qapi.gateway.matrix.Outcome.UNAVAILABLE;
import static dev.qapi.gateway.matrix.Outcome.UNKNOWN;

import java.time.Duration;

/** The lines of the policy for look-ups, written down a second time: the e-services' own windows are what is tested. */
enum PolicyLine {
    TRACKING(Duration.ofSeconds(60), Duration.ofHours(24), UNAVAILABLE, true),
    REGISTRATIONS(Duration.ofSeconds(60), Duration.ofHours(1), UNAVAILABLE, true),
    CHARGES(Duration.ofSeconds(30), Duration.ofMinutes(10), UNAVAILABLE, false),
    RESTRICTION(Duration.ZERO, Duration.ZERO, UNKNOWN, false),
    QUOTA(Duration.ofMinutes(10), Duration.ofHours(24), UNAVAILABLE, true),
    EMPLOYER_QUOTA(Duration.ofMinutes(10), Duration.ofHours(24), UNAVAILABLE, true),
    EVIDENCE(Duration.ZERO, Duration.ZERO, UNAVAILABLE, false),
    /** A form can be typed: what no register says is named as missing. */
    PREFILL(Duration.ZERO, Duration.ZERO, Outcome.PARTIAL, false),
    OWN_DATA(Duration.ofSeconds(60), Duration.ofHours(1), UNAVAILABLE, true),
    EXTENSION(Duration.ofSeconds(60), Duration.ofHours(1), UNAVAILABLE, false),
    PERSONAL_NOTICES(Duration.ofSeconds(60), Duration.ofHours(1), UNAVAILABLE, true),
    OPEN_DATA(Duration.ofHours(1), Duration.ofDays(30), Outcome.STALE, true);

    private final Duration fresh;
    private final Duration stale;
    private final Outcome unanswered;
    private final boolean standsInForAnAttack;

    PolicyLine(Duration fresh, Duration stale, Outcome unanswered, boolean standsInForAnAttack) {
        this.fresh = fresh;
        this.stale = stale;
        this.unanswered = unanswered;
        this.standsInForAnAttack = standsInForAnAttack;
    }

    Duration fresh() {
        return fresh;
    }

    Duration stale() {
        return stale;
    }

    /** What is told when neither the register nor anything kept says anything. */
    Outcome unanswered() {
        return unanswered;
    }

    /** What is told when the register gives nothing to rely on. */
    Outcome instead(State state, FaultCase fault) {
        return switch (state) {
            case COLD, EXPIRED, NEGATIVE -> unanswered;
            case FRESH -> keeps() ? Outcome.OK_CACHED : unanswered;
            case STALE -> keeps() && (!fault.isAttack() || standsInForAnAttack) ? standingIn() : unanswered;
        };
    }

    /** That a register holds nothing is never told from memory, and nobody has something in every register. */
    private Outcome standingIn() {
        return this == OWN_DATA ? Outcome.PARTIAL : Outcome.STALE;
    }

    /** Whether what one source knows is told while another one is silent. */
    boolean tellsParts() {
        return this == CHARGES || tellsWhoIsUnknown();
    }

    /** Whether "unknown here" of one source is told while another one is silent. */
    boolean tellsWhoIsUnknown() {
        return this == EVIDENCE || this == OWN_DATA;
    }

    /** Whether a second source is asked every time, whatever is kept of the first one. */
    boolean checksLive() {
        return this == EMPLOYER_QUOTA;
    }

    boolean keeps() {
        return stale.isPositive();
    }
}
