package dev.qapi.services.labourforecasts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.qapi.identifier.Malformed;
import dev.qapi.identifier.Malformed.Rule;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** A year that labour is forecast for. */
record CalendarYear(@JsonValue int value) {

    private static final Pattern WRITTEN = Pattern.compile("20[0-9]{2}");
    /** As far as anybody plans. */
    private static final int AHEAD = 2;

    /** @throws Malformed if it is no year of this century */
    @JsonCreator
    public static CalendarYear of(String written) {
        if (!WRITTEN.matcher(written).matches()) {
            throw new Malformed(Rule.SHAPE);
        }
        return new CalendarYear(Integer.parseInt(written));
    }

    /** Until the end of this day a forecast is in time: 1 August of the year before, a working day or not. */
    LocalDate deadline() {
        return LocalDate.of(value - 1, 8, 1);
    }

    /** Whether it has not begun and is not too far away. */
    boolean canBeForecast(LocalDate today) {
        return value > today.getYear() && value <= today.getYear() + AHEAD;
    }

    boolean has(LocalDate day) {
        return day.getYear() == value;
    }
}
