package dev.qapi.mock.population;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/**
 * The offices' calendar: weekends and the holidays that fall on the same day each year.
 *
 * @param holidays those days
 */
record WorkingDays(Set<MonthDay> holidays) {

    /** The day itself if offices are open, else the next on which they are. */
    LocalDate onOrAfter(LocalDate day) {
        var open = day;
        while (!isOpen(open)) {
            open = open.plusDays(1);
        }
        return open;
    }

    /** So many working days later. */
    LocalDate after(LocalDate day, int workingDays) {
        var later = onOrAfter(day);
        for (var i = 0; i < workingDays; i++) {
            later = onOrAfter(later.plusDays(1));
        }
        return later;
    }

    private boolean isOpen(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !holidays.contains(MonthDay.from(day));
    }
}
