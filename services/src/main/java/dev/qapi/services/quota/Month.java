package dev.qapi.services.quota;

import dev.qapi.services.quota.Amount.Outlook;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a quota burns down: a month that has begun, or one to come.
 *
 * @param used in that month; absent for one to come
 * @param free how many are left at its end, or now if it has not ended
 * @param forecast whether it is to come: what is left if the year goes on as it went
 */
record Month(YearMonth month, @Nullable Integer used, int free, boolean forecast) {

    private static final int DECEMBER = 12;

    /**
     * @param used in each month of the year that has begun; none if the register does not tell
     * @return none of a year to come
     */
    static List<Month> of(Amount amount, List<Integer> used, int year, LocalDate today) {
        if (year > today.getYear()) {
            return List.of();
        }
        return Stream.concat(past(amount, used, year, today).stream(), toCome(amount, used, year, today))
                .toList();
    }

    private static List<Month> past(Amount amount, List<Integer> used, int year, LocalDate today) {
        var months = new ArrayList<Month>();
        var sum = 0;
        for (var count : used) {
            sum += count;
            var month = YearMonth.of(year, months.size() + 1);
            var free = month.equals(YearMonth.from(today)) ? amount.free() : Math.max(0, amount.approved() - sum);
            months.add(new Month(month, count, free, false));
        }
        return months;
    }

    private static Stream<Month> toCome(Amount amount, List<Integer> used, int year, LocalDate today) {
        var canTell = amount.outlook() == Outlook.RUNS_OUT || amount.outlook() == Outlook.LASTS;
        return IntStream.rangeClosed(used.size() + 1, DECEMBER)
                .filter(_ -> canTell && !used.isEmpty())
                .mapToObj(month -> YearMonth.of(year, month))
                .map(month -> new Month(month, null, amount.freeOn(month.atEndOfMonth(), today), true));
    }

    /** Adds up those of the parts; none if a part has none. */
    static List<Integer> sum(List<List<Integer>> parts) {
        var months = parts.stream().mapToInt(List::size).min().orElse(0);
        return IntStream.range(0, months)
                .map(month -> parts.stream().mapToInt(part -> part.get(month)).sum())
                .boxed()
                .toList();
    }
}
