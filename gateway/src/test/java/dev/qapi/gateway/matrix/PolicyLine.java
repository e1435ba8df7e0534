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
            case STALE -> keeps() && (!fault.isAttack() || standsInForAnAttack) ? Outcome.STALE : unanswered;
        };
    }

    /** Whether what one source knows is told while another one is silent. */
    boolean tellsParts() {
        return this == CHARGES;
    }

    boolean keeps() {
        return stale.isPositive();
    }
}
