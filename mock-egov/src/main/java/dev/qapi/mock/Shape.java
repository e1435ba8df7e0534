package dev.qapi.mock;

import dev.qapi.contract.Node;
import dev.qapi.contract.Operation;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What a register looks at before it searches: every required field, no unknown one, texts where texts belong.
 *
 * @param operation whose request schema it is
 */
record Shape(Operation operation) {

    /** What is wrong with a request, without its values; empty if nothing is. */
    Optional<String> fault(JsonNode request) {
        var required = schema().get("required").items().stream().map(Node::text);
        return Stream.concat(
                        required.filter(field -> !request.hasNonNull(field)).map(field -> field + " is required."),
                        request.propertyNames().stream()
                                .filter(field -> !fits(field, request.path(field)))
                                .map(field -> "A field is unknown or of the wrong type."))
                .findFirst();
    }

    private boolean fits(String field, JsonNode value) {
        var property = operation.contract().resolve(schema().get("properties").get(field));
        return property.isPresent() && (!property.get("type").text().equals("string") || value.isString());
    }

    private Node schema() {
        return operation.requestSchema();
    }
}
