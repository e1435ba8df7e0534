package dev.qapi.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.qapi.identifier.Citizenship;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlinesTest {

    private static final Citizenship TUR = Citizenship.of("TUR");

    private final Deadlines deadlines = Deadlines.read();

    @ParameterizedTest(name = "{0} of {1} from {2}")
    @CsvSource({
        "REGISTER,        TUR, 2026-11-04, 2026-11-19",
        "REGISTER,        KAZ, 2026-11-04, 2026-12-04",
        "REGISTER,        TUR, 2018-06-29, 2018-07-14",
        "REGISTER,        TUR, 2018-06-28, 2018-07-03",
        "REGISTER,        KAZ, 2018-06-28, 2018-07-03",
        "REGISTER_AGAIN,  TUR, 2026-11-16, 2026-11-23",
        "REGISTER_AGAIN,  TUR, 2026-11-05, 2026-11-16",
        "REGISTER_AGAIN,  TUR, 2026-03-19, 2026-04-06",
        "EXTEND_STAY,     TUR, 2026-11-27, 2026-11-24",
        "EXTEND_STAY,     TUR, 2026-04-01, 2026-03-18",
        "RENEW_RESIDENCE, TUR, 2026-12-31, 2026-12-01",
        "LEAVE,           TUR, 2026-10-29, 2026-10-29",
        "REPORT_LOST_CARD,           TUR, 2026-11-16, 2026-11-30",
        "REPORT_CHANGE,              TUR, 2026-03-19, 2026-04-13",
        "REPORT_CONTRACT_END,        TUR, 2026-11-16, 2026-11-23",
        "REPORT_FOREIGN_CITIZENSHIP, AZE, 2026-01-31, 2026-02-28",
        "FORWARD_LETTER,             TUR, 2026-11-20, 2026-11-25",
        "ANSWER_LETTER,              TUR, 2026-11-02, 2026-11-25"
    })
    void aDutyHasALastDay(Duty duty, String citizenship, LocalDate event, LocalDate day) {
        assertThat(deadlines.of(duty, Citizenship.of(citizenship), event).day()).isEqualTo(day);
    }

    @Test
    void theRuleInForceOnTheDayIsNamed() {
        var due = deadlines.of(Duty.REGISTER, TUR, LocalDate.parse("2018-06-28"));
        assertThat(due.inForceSince()).isEqualTo("2013-08-01");
        assertThat(due.term()).isEqualTo(new Term(3, Term.Unit.WORKING_DAYS));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> deadlines.of(Duty.REGISTER, TUR, LocalDate.parse("2013-07-31")));
    }

    @Test
    void aDayBeyondTheProclaimedHolidaysIsProvisional() {
        assertThat(deadlines.of(Duty.LEAVE, TUR, LocalDate.parse("2026-12-31")).isProvisional())
                .isFalse();
        assertThat(deadlines.of(Duty.LEAVE, TUR, LocalDate.parse("2027-01-01")).isProvisional())
                .isTrue();
    }

    @Test
    void workingDaysAreLeftUntilTheDayHasPassed() {
        var due = deadlines.of(Duty.REGISTER_AGAIN, TUR, LocalDate.parse("2026-11-16"));
        assertThat(deadlines.workingDaysLeft(due, LocalDate.parse("2026-11-20")))
                .hasValue(1);
        assertThat(deadlines.workingDaysLeft(due, LocalDate.parse("2026-11-23")))
                .hasValue(0);
        assertThat(deadlines.workingDaysLeft(due, LocalDate.parse("2026-11-24")))
                .isEmpty();
        var undated = deadlines.undated(Duty.REGISTER, TUR, LocalDate.parse("2026-11-23"));
        assertThat(deadlines.workingDaysLeft(undated, LocalDate.parse("2026-11-23")))
                .isEmpty();
        assertThat(undated.term().amount()).isEqualTo(15);
    }
}
