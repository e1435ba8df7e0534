package dev.qapi.eservice;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** RFC 4180, with a header row. A text that a spreadsheet would take for a formula begins with an apostrophe. */
public final class Csv {

    /** What produces it, with its header row said (RFC 4180, section 3). */
    public static final String TYPE = "text/csv;charset=UTF-8;header=present";

    private static final String FORMULA = "=+-@\t\r";

    private Csv() {}

    /** @param rows numbers are numbers, anything else is the text that it prints */
    public static String of(List<String> columns, Stream<List<Object>> rows) {
        return Stream.concat(Stream.of(columns), rows).map(Csv::line).collect(Collectors.joining());
    }

    private static String line(List<?> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    static String cell(Object value) {
        if (value instanceof Number) {
            return value.toString();
        }
        var text = value.toString();
        var safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.chars().anyMatch(c -> "\",\r\n".indexOf(c) >= 0) ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
