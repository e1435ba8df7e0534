package dev.qapi.mock.population;

import dev.qapi.contract.Node;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/** The law by which it is somebody's turn, as VMMS words it: {@code clauses} of {@code country/country.yaml}. */
public record Clauses(Map<String, String> kinds, Map<String, String> statuses, Set<String> without) {

    /** Those in force. */
    public static Clauses read() {
        var told = Node.read(new ClassPathResource("country/country.yaml")).get("clauses");
        return new Clauses(
                texts(told.get("kinds")),
                texts(told.get("statuses")),
                told.get("without").items().stream().map(Node::text).collect(Collectors.toUnmodifiableSet()));
    }

    private static Map<String, String> texts(Node node) {
        return node.entries()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, text -> text.getValue().text()));
    }

    /** Empty for a case that is closed without one. */
    public Optional<String> of(String kind, String status) {
        return without.contains(status)
                ? Optional.empty()
                : Optional.ofNullable(statuses.getOrDefault(status, kinds.get(kind)));
    }
}
