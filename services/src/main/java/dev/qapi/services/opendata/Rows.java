package dev.qapi.services.opendata;

import dev.qapi.eservice.Csv;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of a dataset as they are kept: texts and whole numbers by the names of the columns. */
record Rows(List<Map<String, Object>> rows) {

    private static final long FEW = 10;

    static Map<String, Object> row(Dataset dataset, Object... cells) {
        var row = new LinkedHashMap<String, Object>();
        for (var i = 0; i < cells.length; i++) {
            row.put(dataset.columns.get(i), cells[i]);
        }
        return row;
    }

    String csv(List<String> columns) {
        return Csv.of(
                columns,
                rows.stream()
                        .map(row -> columns.stream()
                                .map(column -> row.getOrDefault(column, ""))
                                .toList()));
    }

    /** Few people of one day could be told from one another: how few they were stays untold. */
    static Object count(long people) {
        return people < FEW ? "<" + FEW : people;
    }
}
