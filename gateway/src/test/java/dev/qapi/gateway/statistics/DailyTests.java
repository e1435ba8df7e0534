package dev.qapi.gateway.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qapi.gateway.statistics.Daily.Count;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DailyTests {

    private static final LocalDate DAY = LocalDate.parse("2026-11-23");

    private final Daily<String> daily = new Daily<>();

    @Test
    void countsByDayAndOutcome() {
        daily.count(DAY, "a", true);
        daily.count(DAY, "a", true);
        daily.count(DAY, "a", false);
        daily.count(DAY.minusDays(1), "a", true);
        daily.add(new Count<>(DAY, "b", 5, 6));

        assertThat(daily.since(DAY))
                .containsExactlyInAnyOrder(new Count<>(DAY, "a", 2, 1), new Count<>(DAY, "b", 5, 6));
        assertThat(daily.since(LocalDate.MIN).map(Count::day)).startsWith(DAY.minusDays(1));
    }

    @Test
    void forgetsAfterAYearAndAMonth() {
        daily.count(DAY, "a", true);
        daily.count(DAY.plusDays(400), "a", true);
        assertThat(daily.since(LocalDate.MIN)).hasSize(2);
        daily.count(DAY.plusDays(401), "a", true);
        assertThat(daily.since(LocalDate.MIN).map(Count::day)).containsExactly(DAY.plusDays(400), DAY.plusDays(401));
    }
}
