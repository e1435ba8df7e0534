package dev.qapi.services.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qapi.eservice.Freshness;
import dev.qapi.eservice.Snapshot.Taken;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that a spreadsheet opens without running anything, and figures that tell nobody from another. */
class CsvTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"})
    void noTextIsAFormula(String text) {
        assertThat(Csv.cell(text)).startsWith(text.contains("\r") ? "\"'" : "'");
    }

    @Test
    void quotesAndLinesAreKeptAndNumbersAreNumbers() {
        assertThat(Csv.of(List.of("a", "b"), List.of(Map.of("a", "x,\"y\"\n", "b", -3))))
                .isEqualTo("a,b\r\n\"x,\"\"y\"\"\n\",-3\r\n");
    }

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
