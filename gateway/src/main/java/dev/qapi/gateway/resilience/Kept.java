package dev.qapi.gateway.resilience;

import dev.qapi.eservice.Answer;
import dev.qapi.eservice.Evidence;
import dev.qapi.eservice.Freshness;
import dev.qapi.eservice.Policy;
import dev.qapi.eservice.Provenance;
import dev.qapi.eservice.Reliance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A judged reply with its age.
 *
 * @param asOf the moment it describes, by the register's clock
 * @param provenance where it came from, and when
 */
record Kept<R>(R reply, Instant asOf, Provenance provenance) {

    static <R> Kept<R> of(Answer<R> answer) {
        return new Kept<>(answer.data(), answer.asOf(), answer.sources().getFirst());
    }

    boolean isFresh(Policy policy, Instant now) {
        return isYounger(policy.fresh(), now);
    }

    boolean mayStandIn(Policy policy, Instant now) {
        var denies = reply instanceof Evidence<?> evidence && evidence.denies();
        return isYounger(denies ? policy.fresh() : policy.stale(), now);
    }

    /** An answer from the future is of no known age: the clock was set back, and it is asked anew. */
    private boolean isYounger(Duration limit, Instant now) {
        var age = Duration.between(provenance.fetchedAt(), now);
        return !age.isNegative() && age.compareTo(limit) < 0;
    }

    Answer<R> as(Freshness freshness) {
        var reliance = freshness == Freshness.STALE ? Reliance.RECHECK_BEFORE_ACTING : Reliance.SAFE;
        return new Answer<>(reply, asOf, freshness, reliance, List.of(provenance), List.of());
    }
}
