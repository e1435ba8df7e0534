package dev.qapi.services.opendata;

import static dev.qapi.eservice.Register.GATEWAY;

import dev.qapi.eservice.Answer;
import dev.qapi.eservice.Failure;
import dev.qapi.eservice.Freshness;
import dev.qapi.eservice.Missing;
import dev.qapi.eservice.Provenance;
import dev.qapi.eservice.Reliance;
import dev.qapi.eservice.Snapshot.Taken;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How far a snapshot may be trusted, by its age. */
final class Standing {

    private static final Duration FRESH = Duration.ofHours(1);
    private static final Duration STALE = Duration.ofDays(30);
    private static final Failure NONE_YET =
            new Failure.Unavailable(GATEWAY, Failure.Outage.DOWN, Duration.ofMinutes(1), null);

    private Standing() {}

    /** No rows and a word that they are missing before the first one, and when the last one is too old to be told. */
    static Answer<Rows> of(Optional<Taken<Rows>> snapshot, Instant now) {
        return snapshot.filter(taken -> taken.at().plus(STALE).isAfter(now))
                .map(taken -> told(taken, now))
                .orElseGet(() -> new Answer<>(
                        new Rows(List.of()),
                        now,
                        Freshness.PARTIAL,
                        Reliance.DO_NOT_RELY,
                        List.of(source(now)),
                        List.of(Missing.because(NONE_YET, "/data/rows"))));
    }

    private static Answer<Rows> told(Taken<Rows> taken, Instant now) {
        var fresh = taken.at().plus(FRESH).isAfter(now);
        return new Answer<>(
                taken.content(),
                taken.at(),
                fresh ? Freshness.CACHED : Freshness.STALE,
                fresh ? Reliance.SAFE : Reliance.RECHECK_BEFORE_ACTING,
                List.of(source(taken.at())),
                List.of());
    }

    static Provenance source(Instant moment) {
        return new Provenance(GATEWAY, GATEWAY, moment, null);
    }
}
