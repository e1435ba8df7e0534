package dev.qapi.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The medians and ranges of what was measured, as one table. */
final class Report {

    private final Map<String, Map<String, List<Double>>> rows = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();

    void add(String row, String peer, double value) {
        rows.computeIfAbsent(row, _ -> new LinkedHashMap<>())
                .computeIfAbsent(peer, _ -> new ArrayList<>())
                .add(value);
    }

    void note(String text) {
        notes.add(text);
    }

    String table(List<String> peers, List<String> missing) {
        var sorted = peers.stream().sorted().toList();
        var text = new StringBuilder("| | ").append(String.join(" | ", sorted)).append(" |\n|");
        text.append(" --- |".repeat(sorted.size() + 1)).append('\n');
        rows.forEach((row, values) -> {
            text.append("| ").append(row).append(" |");
            sorted.forEach(peer -> text.append(' ').append(cell(values.getOrDefault(peer, List.of()))).append(" |"));
            text.append('\n');
        });
        text.append("\nMedian (least–most) of the rounds. ").append(Report.SAYING).append('\n');
        missing.forEach(it -> text.append("\nMissing: ").append(it).append(".\n"));
        notes.forEach(it -> text.append("\n- ").append(it));
        return text.toString();
    }

    private static final String SAYING = """
            Servers on the first core, one at a time; load and upstream on the second. CPU is that of the server's processes, without \
            Redis and MongoDB. nginx and Varnish keep bytes under a path. Spring Cloud Gateway also looks at a token (RS256), a limit in \
            Redis and a breaker, at public data at none of them. Qapı reads and checks a question (POST), looks at the token, its rights \
            and limits, writes the audit, and tells an answer with its age; at public data at the limit of the source alone.""";

    private static String cell(List<Double> values) {
        if (values.isEmpty()) {
            return "–";
        }
        var sorted = values.stream().sorted().toList();
        var median = sorted.get(sorted.size() / 2);
        return sorted.size() == 1
                ? number(median)
                : number(median) + " (" + number(sorted.getFirst()) + "–" + number(sorted.getLast()) + ")";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 10 ? "%.2f" : Math.abs(value) < 100 ? "%.1f" : "%.0f", value);
    }
}
