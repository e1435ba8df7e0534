package dev.qapi.law;

import dev.qapi.contract.Node;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which days of a year are no working days, weekends apart. */
record ClosedDays(List<Holiday> fixed, List<LocalDate> movable, Set<LocalDate> closed, Set<LocalDate> opened) {

    static ClosedDays of(Node file) {
        return new ClosedDays(
                file.get("fixed").items().stream().map(Holiday::of).toList(),
                file.get("movable")
                        .entries()
                        .flatMap(name -> days(name.getValue()))
                        .toList(),
                Set.copyOf(days(file.get("closed")).toList()),
                Set.copyOf(days(file.get("opened")).toList()));
    }

    private static Stream<LocalDate> days(Node list) {
        return list.items().stream().map(day -> LocalDate.parse(day.text()));
    }

    boolean isWeekend(LocalDate day) {
        return !opened.contains(day)
                && (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY);
    }

    /** Those of the year; the last days of the year before count too, since they may be made up for in this one. */
    Set<LocalDate> in(int year) {
        var all = new HashSet<>(closed);
        var givenBack = Stream.of(year - 1, year)
                .flatMap(of -> Stream.concat(
                        fixed.stream().flatMap(holiday -> holiday.in(of).filter(day -> isLost(holiday, day, all))),
                        movable.stream().filter(day -> day.getYear() == of && (!all.add(day) | isWeekend(day)))))
                .sorted()
                .toList();
        givenBack.forEach(day -> all.add(next(day, all)));
        return Set.copyOf(all);
    }

    private boolean isLost(Holiday holiday, LocalDate day, Set<LocalDate> all) {
        all.add(day);
        return holiday.isMadeUpFor() && isWeekend(day);
    }

    private LocalDate next(LocalDate lost, Set<LocalDate> all) {
        return lost.datesUntil(LocalDate.MAX)
                .skip(1)
                .filter(day -> !isWeekend(day) && !all.contains(day))
                .findFirst()
                .orElseThrow();
    }
}
