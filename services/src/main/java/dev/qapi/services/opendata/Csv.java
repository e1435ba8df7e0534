package dev.qapi.services.opendata;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** RFC 4180, with a header row. A text that a spreadsheet would take for a formula begins with an apostrophe. */
final class Csv {

    private static final String FORMULA = "=+-@\t\r";

    private Csv() {}

    static String of(List<String> columns, List<Map<String, Object>> rows) {
        return Stream.concat(
                        Stream.of(line(columns.stream())),
                        rows.stream().map(row -> line(columns.stream().map(column -> row.getOrDefault(column, "")))))
                .collect(Collectors.joining());
    }

    private static String line(Stream<?> cells) {
        return cells.map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
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
