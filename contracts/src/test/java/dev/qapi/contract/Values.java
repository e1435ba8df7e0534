package dev.qapi.contract;

import static java.util.stream.Collectors.toSet;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Ways through a document that only tests go. */
final class Values {

    private Values() {}

    /** The names of the children below {@code path}. */
    static Set<String> children(Node node, String... path) {
        var place = node;
        for (var step : path) {
            place = place.get(step);
        }
        return place.entries().map(Map.Entry::getKey).collect(toSet());
    }

    /** Every node, however deep, that stands under one of {@code names}. */
    static Stream<Node> named(Node node, Set<String> names) {
        return Stream.concat(
                node.entries()
                        .flatMap(child -> Stream.concat(
                                names.contains(child.getKey()) ? Stream.of(child.getValue()) : Stream.empty(),
                                named(child.getValue(), names))),
                node.items().stream().flatMap(item -> named(item, names)));
    }
}
