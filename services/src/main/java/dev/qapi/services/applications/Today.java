package dev.qapi.services.applications;

import dev.qapi.law.WorkingDays;
import java.time.LocalDate;

/** The day in Baku on which it is told, and the state's working days to count with. */
record Today(LocalDate day, WorkingDays calendar) {

    int workingDaysUntil(LocalDate last) {
        return calendar.between(day, last);
    }

    boolean isAfter(LocalDate last) {
        return day.isAfter(last);
    }
}
