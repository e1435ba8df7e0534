package dev.qapi.mock;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;

/** What is said to Kubernetes about one thing that runs there. */
record Manifests(Path folder) {

    static final Manifests MOCK_EGOV = new Manifests(Path.of("..", "k8s", "mock-egov"));

    List<Path> files() throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).toList();
        }
    }

    static Stream<Map<String, Object>> documents(Path file) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try {
            var documents = Stream.<Map<String, Object>>builder();
            for (var document : new Yaml(new SafeConstructor(options)).loadAll(Files.readString(file))) {
                documents.add((Map<String, Object>) document);
            }
            return documents.build();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The first of its kind. */
    JsonNode of(String kind) throws IOException {
        return files().stream()
                .flatMap(Manifests::documents)
                .filter(it -> kind.equals(it.get("kind")))
                .map(Call::json)
                .findFirst()
                .orElseThrow();
    }

    /** As Kubernetes' own description of its API has it: an unknown field or a missing one is an error. */
    static void validate(Map<String, Object> manifest) throws ReflectiveOperationException {
        Class.forName("io.kubernetes.client.openapi.models.V1" + manifest.get("kind"))
                .getMethod("validateJsonElement", JsonElement.class)
                .invoke(null, new Gson().toJsonTree(manifest));
    }
}
