package dev.qapi.law;

import dev.qapi.contract.Node;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.util.stream.Stream;

/**
 * A holiday of the same day each year.
 *
 * @param from the first year in which it is one
 * @param isMadeUpFor whether a weekend that it falls on is given back
 */
record Holiday(MonthDay day, int from, boolean isMadeUpFor) {

    static Holiday of(Node told) {
        var from = told.get("from");
        return new Holiday(
                MonthDay.parse("--" + told.get("day").text()),
                from.isPresent() ? Integer.parseInt(from.text()) : Year.MIN_VALUE,
                !told.get("madeUpFor").text().equals("false"));
    }

    Stream<LocalDate> in(int year) {
        return year < from ? Stream.empty() : Stream.of(day.atYear(year));
    }
}
