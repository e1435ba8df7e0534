package dev.qapi.contract;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;

/**
 * A place in a contract that may be missing: asking on below a missing one is no error, so that a path through the
 * document reads in one line.
 *
 * @param value a map, a list, a scalar, or null if missing
 */
public record Node(@Nullable Object value) {

    /** A YAML file as OpenAPI means it: a date is a text, a key is not given twice. */
    public static Node read(Resource file) {
        return Yamls.read(file);
    }

    /** The child of that name. */
    public Node get(String name) {
        return new Node(value instanceof Map<?, ?> map ? map.get(name) : null);
    }

    /** Whether there is anything here. */
    public boolean isPresent() {
        return value != null;
    }

    /** The scalar as text, empty if missing. */
    public String text() {
        return Objects.toString(value, "");
    }

    /** The children by name, in the order of the file. */
    public Stream<Map.Entry<String, Node>> entries() {
        return value instanceof Map<?, ?> map
                ? map.entrySet().stream().map(e -> Map.entry(String.valueOf(e.getKey()), new Node(e.getValue())))
                : Stream.empty();
    }

    /** The items of a list. */
    public List<Node> items() {
        return value instanceof List<?> list ? list.stream().map(Node::new).toList() : List.of();
    }
}
