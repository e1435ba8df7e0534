package dev.qapi.services.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qapi.services.quota.Amount.Outlook;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many places are left, and what the pace of the year says about them. */
class AmountTest {

    @ParameterizedTest(name = "{0} approved, {1} used, {2} pending on {4}: {5} left, {6} {7}")
    @CsvSource(textBlock = """
             0,  0, 0, 2026, 2026-07-02,  0, NONE,
            12, 12, 1, 2026, 2026-07-02,  0, USED_UP,
            10,  8, 4, 2026, 2026-07-02,  0, USED_UP,
            20, 12, 3, 2026, 2026-07-02,  5, RUNS_OUT, 2026-09-01
            20,  6, 0, 2026, 2026-07-02, 14, LASTS,
            20,  2, 0, 2026, 2026-07-02, 18, NO_BASIS,
            20, 10, 0, 2026, 2026-01-29, 10, NO_BASIS,
            20, 10, 0, 2026, 2026-01-30, 10, RUNS_OUT, 2026-03-01
            20, 10, 0, 2025, 2026-07-02, 10, NO_BASIS,
            20, 10, 0, 2027, 2026-07-02, 10, NO_BASIS,""")
    void tellsWhatIsLeft(
            int approved,
            int used,
            int pending,
            int year,
            LocalDate today,
            int free,
            Outlook outlook,
            @Nullable LocalDate runsOutOn) {
        assertThat(Amount.of(approved, used, pending, year, today))
                .isEqualTo(new Amount(approved, used, pending, free, outlook, runsOutOn));
    }
}
