package dev.qapi.services.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qapi.eservice.Freshness;
import dev.qapi.eservice.Snapshot.Taken;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Figures that tell nobody from another, and how old they are. */
class RowsTest {

    @Test
    void fewPeopleAreNotCounted() {
        assertThat(Rows.count(9)).isEqualTo("<10").isEqualTo(Rows.count(0));
        assertThat(Rows.count(10)).isEqualTo(10L);
    }

    @Test
    void aSnapshotGetsOldAndIsToldNoMore() {
        var now = Instant.parse("2026-11-23T10:00:00Z");
        assertThat(freshness(now, Duration.ofMinutes(59))).isEqualTo(Freshness.CACHED);
        assertThat(freshness(now, Duration.ofMinutes(60))).isEqualTo(Freshness.STALE);
        assertThat(freshness(now, Duration.ofDays(29))).isEqualTo(Freshness.STALE);
        assertThat(freshness(now, Duration.ofDays(30))).isEqualTo(Freshness.PARTIAL);
    }

    private static Freshness freshness(Instant now, Duration age) {
        return Standing.of(Optional.of(new Taken<>(new Rows(List.of()), now.minus(age))), now)
                .freshness();
    }
}
