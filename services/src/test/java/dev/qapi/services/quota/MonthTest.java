package dev.qapi.services.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a quota burns down, and what the pace so far makes of the months to come. */
class MonthTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 7, 2);
    private static final List<Integer> USED = List.of(2, 2, 2, 2, 2, 2, 0);

    @Test
    void whatWasIsToldAndWhatIsToComeIsForecastUntilNothingIsLeft() {
        var months = Month.of(Amount.of(20, 12, 3, 2026, TODAY), USED, 2026, TODAY);
        assertThat(months).extracting(Month::free).containsExactly(18, 16, 14, 12, 10, 8, 5, 1, 0, 0, 0, 0);
        assertThat(months).extracting(Month::used).containsExactly(2, 2, 2, 2, 2, 2, 0, null, null, null, null, null);
        assertThat(months).filteredOn(Month::forecast).hasSize(5);
    }

    @Test
    void nothingIsForecastWithoutAPaceNorForAYearThatIsOver() {
        assertThat(Month.of(Amount.of(20, 2, 0, 2026, TODAY), List.of(2, 0, 0, 0, 0, 0, 0), 2026, TODAY))
                .hasSize(7)
                .noneMatch(Month::forecast);
        var whole = List.of(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
        assertThat(Month.of(Amount.of(20, 12, 0, 2025, TODAY), whole, 2025, TODAY))
                .hasSize(12)
                .noneMatch(Month::forecast)
                .last()
                .extracting(Month::free)
                .isEqualTo(8);
        assertThat(Month.of(Amount.of(20, 0, 0, 2027, TODAY), List.of(0), 2027, TODAY))
                .isEmpty();
    }

    @Test
    void aPartThatDoesNotTellItsMonthsLeavesTheWholeUntold() {
        assertThat(Month.sum(List.of(List.of(1, 2), List.of(3, 4)))).containsExactly(4, 6);
        assertThat(Month.sum(List.of(List.of(1, 2), List.of()))).isEmpty();
        assertThat(Month.sum(List.of())).isEmpty();
        assertThat(Month.of(Amount.of(20, 12, 3, 2026, TODAY), List.of(), 2026, TODAY))
                .isEmpty();
    }
}
