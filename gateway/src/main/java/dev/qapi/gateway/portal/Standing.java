package dev.qapi.gateway.portal;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * How an answer stands: of when, how far to trust it, who said it.
 *
 * @param sources the registers' names in the reader's language
 */
record Standing(String asOf, String freshness, String reliance, List<String> sources) {

    static Standing of(Reply reply, UnaryOperator<String> name) {
        var answer = reply.body();
        return new Standing(
                text(answer, "asOf"), text(answer, "freshness"), text(answer, "reliance"), sources(answer, name));
    }

    /** Whether the answer is not to be read without it. */
    public boolean isWarning() {
        return freshness.equals("STALE") || freshness.equals("PARTIAL");
    }

    private static List<String> sources(Map<String, Object> answer, UnaryOperator<String> name) {
        return answer.get("sources") instanceof List<?> sources
                ? sources.stream()
                        .map(source -> name.apply(text((Map<?, ?>) source, "register")))
                        .distinct()
                        .toList()
                : List.of();
    }

    private static String text(Map<?, ?> object, String name) {
        return Objects.toString(object.get(name), "");
    }
}
