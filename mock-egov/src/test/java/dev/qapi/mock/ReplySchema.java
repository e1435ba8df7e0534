package dev.qapi.mock;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.qapi.contract.Operation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** What a contract promises of a reply. */
record ReplySchema(Schema schema) {

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Map<String, ReplySchema> KNOWN = new ConcurrentHashMap<>();

    static ReplySchema of(Operation operation, int status) {
        return KNOWN.computeIfAbsent(operation.contract() + operation.path() + status, _ -> read(operation, status));
    }

    private static ReplySchema read(Operation operation, int status) {
        var response =
                operation.contract().resolve(operation.node().get("responses").get(String.valueOf(status)));
        var schema = response.get("content").get("application/json").get("schema");
        var document = new LinkedHashMap<String, Object>();
        document.put("components", operation.contract().root().get("components").value());
        schema.entries().forEach(it -> document.put(it.getKey(), it.getValue().value()));
        return new ReplySchema(REGISTRY.getSchema(Call.json(document)));
    }

    List<Error> errors(JsonNode reply) {
        return schema.validate(
                reply, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }
}
