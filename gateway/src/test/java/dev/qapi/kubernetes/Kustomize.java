package dev.qapi.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Assumptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What {@code kubectl apply -k} would send. */
final class Kustomize {

    static final Path ROOT = Path.of("..", "k8s");
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Map<Path, List<ObjectNode>> RENDERED = new ConcurrentHashMap<>();

    private Kustomize() {}

    static List<Path> overlays() throws IOException {
        try (var folders = Files.list(ROOT.resolve("overlays"))) {
            return folders.sorted().toList();
        }
    }

    /** Anew for each caller, who may change it. */
    static Rendered render(Path folder) {
        return new Rendered(RENDERED.computeIfAbsent(folder, it -> parsed(text(it))).stream()
                .map(it -> new Manifest(it.deepCopy()))
                .toList());
    }

    private static List<ObjectNode> parsed(String text) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return StreamSupport.stream(
                        new Yaml(new SafeConstructor(options)).loadAll(text).spliterator(), false)
                .map(JSON::<ObjectNode>valueToTree)
                .toList();
    }

    /** Where kubectl is missing this is skipped and says so, but not in continuous integration. */
    private static String text(Path folder) {
        var isThere =
                Stream.of(System.getenv("PATH").split(":")).anyMatch(it -> Files.isExecutable(Path.of(it, "kubectl")));
        Assumptions.assumeTrue(isThere || System.getenv("CI") != null, "kubectl is missing, which renders overlays");
        try {
            var errors = Files.createTempFile("kustomize", ".txt");
            var kubectl = new ProcessBuilder("kubectl", "kustomize", folder.toString())
                    .redirectError(errors.toFile())
                    .start();
            var text = new String(kubectl.getInputStream().readAllBytes());
            assertThat(kubectl.waitFor()).as(Files.readString(errors)).isZero();
            Files.delete(errors);
            return text;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
