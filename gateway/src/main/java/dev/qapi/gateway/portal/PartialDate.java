package dev.qapi.gateway.portal;

/** A date in three inputs, and the one text that the API knows: a document may leave the day or the month open. */
final class PartialDate {

    private PartialDate() {}

    /** {@code 1990-04-12}, {@code 1990-04} or {@code 1990}; whatever else was typed becomes no date, for the API to say. */
    static String join(Typed typed, String name) {
        var day = typed.value(name + ".day");
        var month = typed.value(name + ".month");
        var year = typed.value(name + ".year");
        if (day.isEmpty()) {
            return month.isEmpty() ? year : year + "-" + two(month);
        }
        return year + "-" + two(month) + "-" + two(day);
    }

    /** The part of {@code date} that belongs into the input called {@code day}, {@code month} or {@code year}. */
    static String part(String date, String input) {
        var parts = date.split("-", -1);
        var index = input.equals("year") ? 0 : input.equals("month") ? 1 : 2;
        return index < parts.length ? parts[index].replaceFirst("^0", "") : "";
    }

    private static String two(String number) {
        return number.length() == 1 ? "0" + number : number;
    }
}
