package dev.qapi.services.quota;

import dev.qapi.eservice.Sheet;
import dev.qapi.eservice.Words;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The quota for a spreadsheet: a line for each activity, of an employer for each occupation too. */
final class Sheets {

    /** The columns; their words are in the contract. */
    enum Column {
        YEAR("year"),
        ACTIVITY("activity"),
        OCCUPATION("occupation"),
        APPROVED("approved"),
        USED("used"),
        PENDING("pending"),
        FREE("free"),
        OUTLOOK("outlook"),
        RUNS_OUT_ON("runsOutOn");

        private final String field;

        Column(String field) {
            this.field = field;
        }
    }

    /** What stands above the table. */
    enum Title {
        OF_COUNTRY,
        OF_COMPANY
    }

    private record Line(int year, Coded<Activity> activity, String occupation, Told places) {

        Object at(Column column) {
            return switch (column) {
                case YEAR -> year;
                case ACTIVITY -> coded(activity);
                case OCCUPATION -> occupation;
                case APPROVED -> places.approved();
                case USED -> places.used();
                case PENDING -> places.pending();
                case FREE -> places.free();
                case OUTLOOK -> coded(places.outlook());
                case RUNS_OUT_ON -> Objects.requireNonNullElse(places.runsOutOn(), "");
            };
        }
    }

    private Sheets() {}

    static Sheet of(Used used, Words words) {
        var title = words.of(Title.OF_COUNTRY) + ' ' + used.year();
        var lines = used.activities().stream().map(it -> new Line(used.year(), it.activity(), "", it.places()));
        var columns = EnumSet.complementOf(EnumSet.of(Column.OCCUPATION, Column.PENDING));
        return sheet("quota-" + used.year(), title, columns, lines, words);
    }

    static Sheet of(Report report, Words words) {
        var title = Stream.of(words.of(Title.OF_COMPANY) + ' ' + report.year(), report.name());
        var lines = report.places().stream()
                .map(it -> new Line(report.year(), it.activity(), it.occupation(), it.places()));
        return sheet(
                "company-quota-" + report.year(),
                title.filter(Objects::nonNull).collect(Collectors.joining(", ")),
                EnumSet.allOf(Column.class),
                lines,
                words);
    }

    private static Sheet sheet(String name, String title, Set<Column> columns, Stream<Line> lines, Words words) {
        return new Sheet(
                name,
                title,
                columns.stream()
                        .map(it -> new Sheet.Column(it.field, words.of(it)))
                        .toList(),
                lines.map(line -> columns.stream().map(line::at).toList()).toList());
    }

    private static Sheet.Coded coded(Coded<?> it) {
        return new Sheet.Coded(it.code(), it.text());
    }
}
