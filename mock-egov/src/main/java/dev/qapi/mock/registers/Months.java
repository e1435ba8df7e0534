package dev.qapi.mock.registers;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** How many places were taken in each month of a year that has begun, from January on. */
record Months(List<Integer> counts) {

    static final int OF_A_YEAR = 12;

    /**
     * @param spread what is known of the whole year only: spread evenly over what has passed of it
     * @param days on which the others were taken
     */
    static Months of(int spread, Stream<LocalDate> days, int year, LocalDate today) {
        var begun = begun(year, today);
        var counts = new int[OF_A_YEAR];
        for (var month = 0; month < begun; month++) {
            counts[month] = spread * (month + 1) / begun - spread * month / begun;
        }
        days.forEach(day -> counts[day.getMonthValue() - 1]++);
        return new Months(Arrays.stream(counts).limit(begun).boxed().toList());
    }

    /** Of a year to come the first is told. */
    static int begun(int year, LocalDate today) {
        return today.getYear() > year ? OF_A_YEAR : today.getYear() < year ? 1 : today.getMonthValue();
    }

    int sum() {
        return counts.stream().mapToInt(Integer::intValue).sum();
    }

    /** @param january where in the sums the first month is */
    void addTo(int[] sums, int january) {
        for (var month = 0; month < counts.size(); month++) {
            sums[january + month] += counts.get(month);
        }
    }
}
