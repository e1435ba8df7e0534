package dev.qapi.services.applications;

import dev.qapi.law.WorkingDays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The day in Baku on which it is told, and the state's working days to count with. */
record Today(LocalDate day, WorkingDays calendar) {

    private static final ZoneId BAKU = ZoneId.of("Asia/Baku");

    static LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, BAKU);
    }

    int workingDaysUntil(LocalDate last) {
        return calendar.between(day, last);
    }

    boolean isAfter(LocalDate last) {
        return day.isAfter(last);
    }
}
