package dev.qapi.identifier;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.qapi.identifier.Malformed.Rule;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;

/**
 * A birth date as the document has it: {@code 1990-04-12}, or {@code 1990-04} or {@code 1990} where the document itself
 * leaves the day or the month open (ICAO 9303-3, 4.7). An incomplete date equals only itself: nothing is guessed.
 */
public final class BirthDate extends Identifier {

    private static final int EARLIEST = 1900;
    private static final int LATEST = 2099;

    private BirthDate(String value) {
        super(value);
    }

    /** Whether who was born then has turned so old by that day; empty if what the document leaves open decides. */
    public Optional<Boolean> hasTurned(int years, LocalDate day) {
        var known = reveal();
        var first = LocalDate.parse(known + "-01-01".substring(known.length() - 4));
        var last = switch (known.length()) {
            case 4 -> first.plusYears(1).minusDays(1);
            case 7 -> first.plusMonths(1).minusDays(1);
            default -> first;
        };
        var atLeast = !last.plusYears(years).isAfter(day);
        return atLeast || first.plusYears(years).isAfter(day) ? Optional.of(atLeast) : Optional.empty();
    }

    /** @throws Malformed if it is no date of the calendar, or not of the shape above */
    @JsonCreator
    public static BirthDate of(String typed) {
        var date = Normal.code(typed, Rule.BIRTH_DATE);
        try {
            var year = switch (date.length()) {
                case 4 -> Year.parse(date).getValue();
                case 7 -> YearMonth.parse(date).getYear();
                default -> LocalDate.parse(date).getYear();
            };
            if (year >= EARLIEST && year <= LATEST) {
                return new BirthDate(date);
            }
        } catch (DateTimeException notOfTheCalendar) {
            // told below, without the value
        }
        throw new Malformed(Rule.BIRTH_DATE);
    }
}
