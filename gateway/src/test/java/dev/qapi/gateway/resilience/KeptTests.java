package dev.qapi.gateway.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qapi.eservice.Freshness;
import dev.qapi.eservice.Policy;
import dev.qapi.eservice.Reliance;
import dev.qapi.gateway.resilience.Said.Ask;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeptTests {

    private static final Instant FETCHED = Instant.parse("2026-11-23T06:00:00Z");
    private static final Policy POLICY = Policy.fresh(Duration.ofSeconds(60)).orStale(Duration.ofHours(1));

    private final Kept<Said> kept = Said.kept(Ask.about("C01234567"), "said", FETCHED);

    @ParameterizedTest(name = "after {0} ms")
    @CsvSource({
        "0, true, true",
        "59999, true, true",
        "60000, false, true",
        "3599999, false, true",
        "3600000, false, false"
    })
    void itsAgeDecides(long millis, boolean fresh, boolean mayStandIn) {
        assertThat(kept.isFresh(POLICY, FETCHED.plusMillis(millis))).isEqualTo(fresh);
        assertThat(kept.mayStandIn(POLICY, FETCHED.plusMillis(millis))).isEqualTo(mayStandIn);
    }

    @Test
    void afterTheClockWasSetBackItsAgeIsUnknown() {
        assertThat(kept.isFresh(POLICY, FETCHED.minusMillis(1))).isFalse();
        assertThat(kept.mayStandIn(POLICY, FETCHED.minusMillis(1))).isFalse();
    }

    @Test
    void whoeverReliesOnAnOldOneIsTold() {
        assertThat(kept.as(Freshness.CACHED).reliance()).isEqualTo(Reliance.SAFE);
        assertThat(kept.as(Freshness.STALE).reliance()).isEqualTo(Reliance.RECHECK_BEFORE_ACTING);
        assertThat(kept.as(Freshness.STALE).asOf()).isEqualTo(FETCHED);
    }
}
