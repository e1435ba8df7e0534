package dev.qapi.identifier;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.qapi.identifier.Malformed.Rule;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;

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
