package dev.qapi.contract;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Judges a value by a schema of a contract; the schemas of OpenAPI 3.1 are plain JSON Schema. */
final class Schemas {

    private static final JsonMapper JSON = new JsonMapper();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Map<String, Schema> COMPILED = new ConcurrentHashMap<>();
    private static final Map<String, Object> OF_AN_ANSWER = Map.of("asOf", "2026-11-23T10:00:00+04:00");
    private static final Map<String, Object> OF_A_SOURCE = Map.of("fetchedAt", "2026-11-23T10:00:00+04:00");
    private static final Map<String, Object> OF_A_PROBLEM =
            Map.of("type", "about:blank", "title", "", "detail", "", "register", "", "traceId", "");
    private static final Map<String, Object> OF_AN_ERROR = Map.of("detail", "");

    private Schemas() {}

    static List<Error> errors(Contract contract, Node schema, @Nullable Object value) {
        return COMPILED.computeIfAbsent(contract.id() + schema, name -> compiled(contract, schema))
                .validate(
                        JSON.<JsonNode>valueToTree(value),
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    private static Schema compiled(Contract contract, Node schema) {
        var document = new LinkedHashMap<String, Object>();
        document.put("components", contract.root().get("components").value());
        schema.entries().forEach(it -> document.put(it.getKey(), it.getValue().value()));
        return REGISTRY.getSchema(JSON.<JsonNode>valueToTree(document));
    }

    /** A public example leaves out what no two answers share; it has to be there all the same. */
    static Map<String, Object> withWhatDiffersEachTime(@Nullable Object answer) {
        var isProblem = new Node(answer).get("status").isPresent();
        var whole = with(answer, isProblem ? OF_A_PROBLEM : OF_AN_ANSWER);
        replace(whole, "sources", OF_A_SOURCE);
        replace(whole, "errors", OF_AN_ERROR);
        return whole;
    }

    private static void replace(Map<String, Object> whole, String list, Map<String, Object> defaults) {
        whole.computeIfPresent(
                list,
                (name, items) -> new Node(items)
                        .items().stream()
                                .map(item -> with(item.value(), defaults))
                                .toList());
    }

    private static Map<String, Object> with(@Nullable Object part, Map<String, Object> defaults) {
        var whole = new LinkedHashMap<>(defaults);
        new Node(part)
                .entries()
                .forEach(it -> whole.put(it.getKey(), it.getValue().value()));
        return whole;
    }
}
