package dev.qapi.mock.registers;

import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Fills an example with parts of the request: {@code "{$request.body#/documentNumber}"} is what OpenAPI calls a runtime
 * expression. A property whose expression points to nothing is left out.
 *
 * @param request the body of the request
 */
record Echo(JsonNode request) {

    private static final Pattern EXPRESSION = Pattern.compile("\\{\\$request\\.body#(/.*)}");

    JsonNode fill(JsonNode example) {
        if (example instanceof ObjectNode object) {
            var filled = object.objectNode();
            object.forEachEntry((name, value) -> {
                var part = fill(value);
                if (!part.isMissingNode()) {
                    filled.set(name, part);
                }
            });
            return filled;
        }
        var expression = EXPRESSION.matcher(example.isString() ? example.stringValue() : "");
        return expression.matches() ? request.at(expression.group(1)) : example;
    }
}
