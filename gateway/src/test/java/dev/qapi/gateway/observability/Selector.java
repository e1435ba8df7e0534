package dev.qapi.gateway.observability;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One metric that a PromQL expression asks for.
 *
 * @param wanted what its labels have to be
 * @param grouped labels by which the expression tells it apart
 */
record Selector(String metric, List<Wanted> wanted, Set<String> grouped) {

    record Wanted(String label, Predicate<String> value) {}

    private static final Pattern GROUPING = Pattern.compile("\\b(?:by|on)\\s*\\(([^)]*)\\)");
    private static final Pattern RANGE = Pattern.compile("\\[[^\\]]*\\]");
    private static final Pattern METRIC =
            Pattern.compile("(?<![\\w:.$])([a-zA-Z_:][\\w:]*)(?![\\w:]*\\s*\\()(?:\\{([^}]*)\\})?");
    private static final Pattern WANTED = Pattern.compile("(\\w+)\\s*(=~|!~|!=|=)\\s*\"([^\"]*)\"");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset");
    /** Prometheus adds it to what it scrapes. */
    private static final Set<String> ADDED = Set.of("instance");

    static List<Selector> in(String expression) {
        var grouped = GROUPING.matcher(expression)
                .results()
                .flatMap(by ->
                        Pattern.compile("\\s*,\\s*").splitAsStream(by.group(1).strip()))
                .filter(label -> !ADDED.contains(label))
                .collect(Collectors.toSet());
        var plain = RANGE.matcher(GROUPING.matcher(expression).replaceAll("")).replaceAll("");
        return METRIC.matcher(plain)
                .results()
                .filter(found -> !WORDS.contains(found.group(1)))
                .map(found ->
                        new Selector(found.group(1), wanted(found.group(2) == null ? "" : found.group(2)), grouped))
                .toList();
    }

    private static List<Wanted> wanted(String matchers) {
        return WANTED.matcher(matchers)
                .results()
                .map(found -> new Wanted(found.group(1), value(found.group(2), found.group(3))))
                .toList();
    }

    private static Predicate<String> value(String operator, String value) {
        return switch (operator) {
            case "=" -> value::equals;
            case "!=" -> Predicate.not(value::equals);
            case "=~" -> Pattern.compile(value).asMatchPredicate();
            default -> Predicate.not(Pattern.compile(value).asMatchPredicate());
        };
    }

    boolean finds(Sample sample) {
        return sample.metric().equals(metric)
                && grouped.stream().allMatch(sample.labels()::containsKey)
                && wanted.stream()
                        .allMatch(it -> it.value().test(sample.labels().getOrDefault(it.label(), "")));
    }

    /** One line of a scrape. */
    record Sample(String metric, Map<String, String> labels) {

        private static final Pattern LINE = Pattern.compile("(?m)^([a-zA-Z_:][\\w:]*)(?:\\{(.*)\\})? \\S+$");
        private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

        static List<Sample> in(String scrape) {
            return LINE.matcher(scrape).results().map(Sample::of).toList();
        }

        private static Sample of(MatchResult line) {
            var labels = new TreeMap<String, String>();
            Matcher label = LABEL.matcher(line.group(2) == null ? "" : line.group(2));
            while (label.find()) {
                labels.put(label.group(1), label.group(2));
            }
            return new Sample(line.group(1), labels);
        }
    }
}
