package dev.qapi.services.quota;

import dev.qapi.identifier.Malformed;
import dev.qapi.identifier.Malformed.Rule;
import java.util.regex.Pattern;

/** A year that a quota may have been approved for. */
record CalendarYear(int value) {

    private static final Pattern WRITTEN = Pattern.compile("20[0-9]{2}");

    /** @throws Malformed if it is no year of this century */
    public static CalendarYear of(String written) {
        if (!WRITTEN.matcher(written).matches()) {
            throw new Malformed(Rule.SHAPE);
        }
        return new CalendarYear(Integer.parseInt(written));
    }
}
