package dev.qapi.gateway.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What came of the cells, for a person to read. */
final class Report {

    private final long seed;
    private final boolean whole;
    private final long begun = System.nanoTime();
    private final List<Result> results = new ArrayList<>();

    Report(long seed, boolean whole) {
        this.seed = seed;
        this.whole = whole;
    }

    synchronized void add(List<Result> more) {
        results.addAll(more);
    }

    void write(Path file) {
        var failed = results.stream().filter(it -> !it.isPassed()).toList();
        var text = new StringBuilder("# Fault matrix\n\n");
        text.append("%s, seed %d (repeat it with `-Dmatrix.seed=%d%s`), %d s.%n%n"
                .formatted(
                        whole ? "The whole" : "A slice",
                        seed,
                        seed,
                        whole ? " -Dmatrix=whole" : "",
                        Duration.ofNanos(System.nanoTime() - begun).toSeconds()));
        text.append("**%d cells, %d passed, %d failed.**%n%n"
                .formatted(results.size(), results.size() - failed.size(), failed.size()));
        text.append("## What people were told\n\n")
                .append(counted("outcome", it -> it.told().replaceAll(" \\(.*", "")));
        text.append("\n## Cells by part, operation and state\n\nPassed of all, by class of fault.\n\n")
                .append(table());
        text.append("\n## Operations that ask registers and are not in the table\n\n");
        Coverage.leftOut().forEach(it -> text.append("* ").append(it).append('\n'));
        text.append("\n## Faults that do not apply\n\n");
        ProviderFaults.NOT_APPLICABLE.forEach(it -> text.append("* ").append(it).append('\n'));
        text.append("\n## Failed cells\n\n");
        failed.forEach(it -> text.append("* ").append(it.message(seed)).append('\n'));
        if (failed.isEmpty()) {
            text.append("None.\n");
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String counted(String name, Function<Result, String> what) {
        var lines = new StringBuilder("| " + name + " | cells |\n|---|---:|\n");
        results.stream()
                .collect(Collectors.groupingBy(what, TreeMap::new, Collectors.counting()))
                .forEach((value, cells) -> lines.append("| %s | %d |%n".formatted(value, cells)));
        return lines.toString();
    }

    private String table() {
        var kinds = results.stream().map(Result::kind).distinct().sorted().toList();
        var lines = new StringBuilder("| part | operation | state | " + String.join(" | ", kinds) + " |\n");
        lines.append("|---|---|---|").append("---:|".repeat(kinds.size())).append('\n');
        results.stream()
                .collect(Collectors.groupingBy(
                        it -> String.join(" | ", it.part(), it.row(), it.column()), TreeMap::new, Collectors.toList()))
                .forEach((row, cells) -> lines.append("| ")
                        .append(row)
                        .append(" | ")
                        .append(kinds.stream().map(kind -> passed(cells, kind)).collect(Collectors.joining(" | ")))
                        .append(" |\n"));
        return lines.toString();
    }

    private static String passed(List<Result> cells, String kind) {
        var all = cells.stream().filter(it -> it.kind().equals(kind)).toList();
        return all.isEmpty() ? "" : all.stream().filter(Result::isPassed).count() + " of " + all.size();
    }
}
