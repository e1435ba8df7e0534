package dev.qapi.mock.registers;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.LinkedHashMap;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What a register looks at before it searches: whether the request is of the shape that the contract promises. */
final class RequestSchema {

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final Schema schema;

    /** The schemas of OpenAPI 3.1 are plain JSON Schema. */
    RequestSchema(dev.qapi.contract.Operation operation) {
        var document = new LinkedHashMap<String, Object>();
        document.put("components", operation.contract().root().get("components").value());
        operation
                .requestSchema()
                .entries()
                .forEach(it -> document.put(it.getKey(), it.getValue().value()));
        this.schema = REGISTRY.getSchema(Json.of(document));
    }

    /** Where it is wrong and which rule it breaks, never with its values; empty if it is right. */
    Optional<String> fault(JsonNode request) {
        return schema.validate(request).stream().map(RequestSchema::words).findFirst();
    }

    private static String words(Error error) {
        var field = error.getProperty() == null ? "" : '/' + error.getProperty();
        return error.getInstanceLocation() + field + " breaks the rule: " + error.getKeyword();
    }
}
