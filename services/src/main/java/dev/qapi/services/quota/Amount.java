package dev.qapi.services.quota;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How much of a number of places is taken.
 *
 * @param free how many may still be asked for: neither used nor pending
 * @param runsOutOn the day on which the last one will be taken if the year goes on as it went; only if {@link Outlook#RUNS_OUT}
 */
record Amount(
        int approved,
        int used,
        int pending,
        int free,
        Outlook outlook,
        @Nullable LocalDate runsOutOn) {

    /** What becomes of the rest until the end of the year. */
    enum Outlook {
        /** Nothing was approved. */
        NONE,
        /** Nothing is left. */
        USED_UP,
        /** At this pace it will be used up before the year ends. */
        RUNS_OUT,
        /** At this pace it lasts. */
        LASTS,
        /** Nothing can be said: another year, or too little to tell a pace from. */
        NO_BASIS
    }

    /** Fewer taken places, or fewer days, tell no pace. */
    private static final int ENOUGH = 3;

    private static final int DAYS = 30;

    /** @param year whose places they are */
    static Amount of(int approved, int used, int pending, int year, LocalDate today) {
        var taken = used + pending;
        var free = Math.max(0, approved - taken);
        if (free == 0) {
            return new Amount(approved, used, pending, 0, approved == 0 ? Outlook.NONE : Outlook.USED_UP, null);
        }
        long passed = today.getDayOfYear();
        if (today.getYear() != year || taken < ENOUGH || passed < DAYS) {
            return new Amount(approved, used, pending, free, Outlook.NO_BASIS, null);
        }
        var last = today.plusDays(Math.ceilDiv(free * passed, taken));
        return last.getYear() == year
                ? new Amount(approved, used, pending, free, Outlook.RUNS_OUT, last)
                : new Amount(approved, used, pending, free, Outlook.LASTS, null);
    }

    /** How many are left on a later day of the year if it goes on as it went. */
    int freeOn(LocalDate day, LocalDate today) {
        var more = ChronoUnit.DAYS.between(today, day) * (used + pending) / today.getDayOfYear();
        return (int) Math.max(0, free - more);
    }
}
