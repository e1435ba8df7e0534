package dev.qapi.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qapi.identifier.Citizenship;
import java.time.LocalDate;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds of every duty, on whatever day its term begins. */
class DeadlinesPropertyTest {

    private static final Deadlines DEADLINES = Deadlines.read();
    private static final WorkingDays CALENDAR = WorkingDays.read();

    @Property
    void whatHappensLaterIsNotDueEarlier(
            @ForAll Duty duty,
            @ForAll("citizenships") Citizenship whose,
            @ForAll("days") LocalDate event,
            @ForAll @IntRange(max = 400) int later) {
        assertThat(day(duty, whose, event.plusDays(later))).isAfterOrEqualTo(day(duty, whose, event));
    }

    @Property
    void aTermInWorkingDaysNeverEndsOnAClosedDay(
            @ForAll Duty duty, @ForAll("citizenships") Citizenship whose, @ForAll("days") LocalDate event) {
        var due = DEADLINES.of(duty, whose, event);
        assertThat(due.term().unit() != Term.Unit.WORKING_DAYS || CALENDAR.isOpen(Objects.requireNonNull(due.day())))
                .isTrue();
    }

    private static LocalDate day(Duty duty, Citizenship whose, LocalDate event) {
        return Objects.requireNonNull(DEADLINES.of(duty, whose, event).day());
    }

    @Provide
    Arbitrary<Citizenship> citizenships() {
        return Arbitraries.of("TUR", "KAZ", "AZE", "XXA").map(Citizenship::of);
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(2016, 1, 1).toEpochDay(),
                        LocalDate.of(2036, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }
}
