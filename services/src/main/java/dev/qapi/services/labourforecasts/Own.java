package dev.qapi.services.labourforecasts;

import dev.qapi.eservice.Filed;
import dev.qapi.eservice.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A company's forecasts, of the years that may be forecast and of those that were; the latest year first.
 *
 * @param years each with its newest version only
 */
record Own(List<OfYear> years) {

    /** @param version there if one was filed: at most one, the newest */
    record OfYear(int year, LocalDate deadline, boolean late, boolean open, List<Version> version) {}

    static Own of(List<Filed<Forecast, Vmms.Registered>> filed, LocalDate today, Words words) {
        var open = IntStream.range(today.getYear(), today.getYear() + 4)
                .mapToObj(CalendarYear::new)
                .filter(year -> year.canBeForecast(today));
        var forecast = filed.stream().map(one -> new CalendarYear(one.payload().year()));
        return new Own(Stream.concat(open, forecast)
                .distinct()
                .sorted((a, b) -> b.value() - a.value())
                .map(year -> new OfYear(
                        year.value(),
                        year.deadline(),
                        Version.isLate(today, year),
                        year.canBeForecast(today),
                        Versions.of(filed, year).newest().stream()
                                .map(one -> Version.of(one, year, words))
                                .toList()))
                .toList());
    }
}
