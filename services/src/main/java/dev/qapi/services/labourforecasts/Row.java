package dev.qapi.services.labourforecasts;

import dev.qapi.identifier.FreeText;
import dev.qapi.identifier.Malformed.Rule;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * How many of one occupation are needed, when and why.
 *
 * @param reason one line
 */
record Row(Activity activity, Occupation occupation, int number, LocalDate from, LocalDate until, FreeText reason) {

    private static final int MOST = 9999;
    private static final int A_LINE = 200;
    private static final String FORMULA = "=+-@";

    /** What is wrong with it, by column. */
    SequencedMap<String, Rule> amiss(CalendarYear year) {
        var amiss = new LinkedHashMap<String, Rule>();
        if (number < 1 || number > MOST) {
            amiss.put("number", Rule.AMOUNT);
        }
        if (!year.has(from)) {
            amiss.put("from", Rule.DAY);
        }
        if (!year.has(until) || until.isBefore(from)) {
            amiss.put("until", Rule.DAY);
        }
        var text = reason.reveal();
        if (FORMULA.indexOf(text.charAt(0)) >= 0) {
            amiss.put("reason", Rule.FORMULA);
        } else if (text.length() > A_LINE || text.chars().anyMatch(Character::isISOControl)) {
            amiss.put("reason", Rule.FREE_TEXT);
        }
        return amiss;
    }
}
