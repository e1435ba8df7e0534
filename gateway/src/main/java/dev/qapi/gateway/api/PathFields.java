package dev.qapi.gateway.api;

import dev.qapi.gateway.problem.MalformedFields;
import dev.qapi.gateway.problem.MalformedFields.Field;
import dev.qapi.identifier.Malformed.Rule;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** What the path says of an inquiry: read as if it stood in the body, which must not say it again. */
final class PathFields {

    private PathFields() {}

    /** @throws MalformedFields if the body says it too */
    static ObjectNode into(ObjectNode body, Class<?> type, Map<String, String> path) {
        var known = Shape.of(type).names();
        path.forEach((name, value) -> {
            if (known.contains(name) && body.has(name)) {
                throw new MalformedFields(List.of(new Field(Inquiries.pointer(name), Rule.UNKNOWN_FIELD)));
            }
            if (known.contains(name)) {
                body.put(name, value);
            }
        });
        return body;
    }
}
