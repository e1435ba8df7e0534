package dev.qapi.gateway.observability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What lies in {@code k8s/monitoring}, as it is written. */
final class Monitoring {

    static final Path FOLDER = Path.of("..", "k8s", "monitoring");
    static final JsonMapper JSON = new JsonMapper();

    private Monitoring() {}

    /** @param of the record, the alert or the panel */
    record Query(String of, String expression) {}

    static JsonNode yaml(Path file) throws IOException {
        try (var reader = Files.newBufferedReader(file)) {
            return JSON.valueToTree(new Yaml().<Object>load(reader));
        }
    }

    /** What the operator hands to Prometheus. */
    static JsonNode rulesFile() throws IOException {
        return yaml(FOLDER.resolve("rules.yaml")).path("spec");
    }

    static List<JsonNode> rules() throws IOException {
        return rulesFile()
                .path("groups")
                .valueStream()
                .flatMap(group -> group.path("rules").valueStream())
                .toList();
    }

    static List<JsonNode> alerts() throws IOException {
        return rules().stream().filter(rule -> rule.has("alert")).toList();
    }

    static List<Query> ruleQueries() throws IOException {
        return rules().stream()
                .map(rule -> new Query(
                        rule.path("alert").asString(rule.path("record").asString("")),
                        rule.path("expr").asString()))
                .toList();
    }

    static List<Query> panelQueries() throws IOException {
        return JSON.readTree(FOLDER.resolve("dashboard.json"))
                .path("panels")
                .valueStream()
                .flatMap(panel -> panel.path("targets")
                        .valueStream()
                        .map(target -> new Query(
                                panel.path("title").asString(),
                                target.path("expr").asString().replace("$__rate_interval", "5m"))))
                .toList();
    }
}
