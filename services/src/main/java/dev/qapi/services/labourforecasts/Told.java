package dev.qapi.services.labourforecasts;

import dev.qapi.eservice.Tagged;
import dev.qapi.eservice.Words;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A company's forecast of a year.
 *
 * @param deadline until the end of this day it is in time
 * @param late whether what is filed now is late
 * @param tag of the newest version; null if there is none
 * @param rows those of the newest version
 * @param versions the newest first
 */
record Told(
        int year,
        LocalDate deadline,
        boolean late,
        @Nullable String tag,
        List<Row> rows,
        List<Version> versions) implements Tagged {

    static Told of(CalendarYear year, Versions versions, LocalDate today, Words words) {
        var newest = versions.newest();
        return new Told(
                year.value(),
                year.deadline(),
                Version.isLate(today, year),
                newest.map(Versions::tag).orElse(null),
                rows(versions),
                versions.all().stream().map(one -> Version.of(one, year, words)).toList());
    }

    static List<Row> rows(Versions versions) {
        return versions.newest().map(it -> it.payload().rows()).orElse(List.of());
    }
}
