package dev.qapi.mock.population;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** The time of day in the offices. */
public final class Baku {

    /** UTC+4; it was UTC+5 in summer until 2015. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Baku");

    private Baku() {}

    /** The day it is there. */
    public static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZONE);
    }

    static Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(LocalTime.of(hour, minute)).atZone(ZONE).toInstant();
    }
}
