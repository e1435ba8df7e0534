package dev.qapi.services.labourforecasts;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A forecast as RFC 4180 has it, as it may be filed again; no cell of it can be a formula. */
final class Csv {

    private static final String HEAD = "activity,occupation,number,from,until,reason\r\n";

    private Csv() {}

    static String of(List<Row> rows) {
        return rows.stream().map(Csv::line).collect(Collectors.joining("", HEAD, ""));
    }

    private static String line(Row row) {
        return Stream.of(
                        row.activity(),
                        row.occupation().code(),
                        row.number(),
                        row.from(),
                        row.until(),
                        row.reason().reveal())
                .map(cell -> '"' + cell.toString().replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(",", "", "\r\n"));
    }
}
