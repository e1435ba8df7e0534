package dev.qapi.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds on whatever day a term begins, and however long it is. */
class WorkingDaysPropertyTest {

    private static final WorkingDays CALENDAR = WorkingDays.read();

    @Property
    void aTermHasAsManyWorkingDaysAsItIsLong(@ForAll("days") LocalDate day, @ForAll @IntRange(max = 60) int term) {
        assertThat(CALENDAR.between(day, CALENDAR.after(day, term))).isEqualTo(term);
    }

    @Property
    void aTermEndsOnAWorkingDay(@ForAll("days") LocalDate day, @ForAll @IntRange(min = 1, max = 60) int term) {
        assertThat(CALENDAR.isOpen(CALENDAR.after(day, term))).isTrue();
        assertThat(CALENDAR.isOpen(CALENDAR.before(day, term))).isTrue();
    }

    @Property
    void goingBackUndoesGoingOn(@ForAll("days") LocalDate day, @ForAll @IntRange(min = 1, max = 60) int term) {
        var open = CALENDAR.onOrAfter(day);
        assertThat(CALENDAR.before(CALENDAR.after(open, term), term)).isEqualTo(open);
    }

    @Property
    void everyYearHasThirteenToTwentyOneClosedDaysBesidesItsWeekends(
            @ForAll @IntRange(min = 2010, max = 2040) int year) {
        var closed = LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(day -> day.getDayOfWeek().getValue() < 6 && !CALENDAR.isOpen(day))
                .count();
        assertThat(closed).isBetween(13L, 21L);
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(2018, 1, 1).toEpochDay(),
                        LocalDate.of(2031, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }
}
