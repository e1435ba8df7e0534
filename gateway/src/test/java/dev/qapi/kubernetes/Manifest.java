package dev.qapi.kubernetes;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One thing that Kubernetes is told of. */
record Manifest(ObjectNode json) {

    private static final String POD = "/spec/template/spec";
    private static final String POD_LABELS = "/spec/template/metadata/labels";

    String kind() {
        return at("/kind").stringValue();
    }

    String name() {
        return at("/metadata/name").stringValue();
    }

    JsonNode at(String pointer) {
        return json.at(pointer);
    }

    boolean isWorkload() {
        return json.at(POD).isObject();
    }

    boolean isGateway() {
        return isWorkload() && "qapi".equals(labels().get("app.kubernetes.io/name"));
    }

    /** Its id, or all. */
    String role() {
        return labels().getOrDefault("app.kubernetes.io/component", "");
    }

    JsonNode pod() {
        return at(POD);
    }

    List<JsonNode> containers() {
        return Stream.of("initContainers", "containers")
                .flatMap(it -> pod().path(it).valueStream())
                .toList();
    }

    /** Of its pods. */
    Map<String, String> labels() {
        return strings(at(POD_LABELS));
    }

    /** One for ever: what it knows, no second one could. */
    boolean isSingle() {
        return at("/spec/replicas").asInt(0) == 1
                && "Recreate".equals(at("/spec/strategy/type").asString(""));
    }

    /** Whether that selector means its pods. */
    boolean isMeantBy(JsonNode selector) {
        return labels().entrySet()
                        .containsAll(strings(selector.path("matchLabels")).entrySet())
                && selector.path("matchExpressions").valueStream().allMatch(this::fulfils);
    }

    private boolean fulfils(JsonNode expression) {
        if (!"In".equals(expression.get("operator").stringValue())) {
            throw new IllegalArgumentException("no other operator is understood: " + expression);
        }
        var value = labels().get(expression.get("key").stringValue());
        return expression
                .get("values")
                .valueStream()
                .anyMatch(it -> it.stringValue().equals(value));
    }

    static Map<String, String> strings(JsonNode node) {
        return node.properties().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().asString("")));
    }

    /** As Kubernetes' own description of its API has it: an unknown field or a missing one is an error. */
    void validate() throws ReflectiveOperationException {
        if ("HTTPRoute".equals(kind())) {
            StrictModels.read(json.toString(), HTTPRoute.class);
            return;
        }
        var version = at("/apiVersion").stringValue().replaceFirst(".*/?v", "V");
        Class.forName("io.kubernetes.client.openapi.models." + version + kind())
                .getMethod("validateJsonElement", JsonElement.class)
                .invoke(null, JsonParser.parseString(json.toString()));
    }

    @Override
    public String toString() {
        return kind() + ' ' + name();
    }
}
