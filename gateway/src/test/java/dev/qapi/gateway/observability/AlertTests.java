package dev.qapi.gateway.observability;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Alerts by Prometheus's own hand: each rings in its outage and in no other, and says where to read what to do. */
class AlertTests {

    private static final String END = "110m";
    private static final Path OUTAGES = Path.of("src", "test", "resources", "outages.yaml");

    @TempDir
    Path folder;

    static boolean isPromtoolThere() {
        return promtool().isPresent();
    }

    private static Optional<String> promtool() {
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(Objects.requireNonNullElse(System.getenv("PATH"), ""))
                .map(place -> Path.of(place, "promtool"))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    @Test
    void eachHasAPageThatSaysWhatToDo() throws IOException {
        assertThat(Monitoring.alerts()).isNotEmpty().allSatisfy(alert -> {
            var url = alert.path("annotations").path("runbook_url").asString();
            var page = Monitoring.FOLDER.resolve("runbooks").resolve(url.substring(url.lastIndexOf('/') + 1));
            assertThat(Files.readString(page))
                    .contains("## What the person sees", "## What to look at", "## What to do", "## What not to do");
        });
    }

    @Test
    void noPageIsAboutAnAlertThatIsNoMore() throws IOException {
        try (var pages = Files.list(Monitoring.FOLDER.resolve("runbooks"))) {
            var alerts = Monitoring.alerts().stream()
                    .map(alert -> alert.path("alert").asString() + ".md")
                    .toList();
            assertThat(pages.map(page -> page.getFileName().toString())).isSubsetOf(alerts);
        }
    }

    @Test
    void everyAlertHasAnOutage() throws IOException {
        var ringing = outages().stream()
                .flatMap(AlertTests::rings)
                .map(ring -> ring.path("alertname").asString());
        assertThat(ringing.distinct().toList())
                .containsExactlyInAnyOrderElementsOf(Monitoring.alerts().stream()
                        .map(alert -> alert.path("alert").asString())
                        .toList());
    }

    @Test
    @EnabledIf("isPromtoolThere")
    void eachRingsInItsOutageAndInNoOther() throws Exception {
        write("rules.yaml", Monitoring.rulesFile());
        var groups = new ArrayList<Map<String, Object>>();
        for (var outage : outages()) {
            groups.add(group(outage));
        }
        write(
                "outages.yaml",
                Map.of("rule_files", List.of("rules.yaml"), "evaluation_interval", "5m", "tests", groups));
        run("check", "rules", "rules.yaml");
        run("test", "rules", "outages.yaml");
    }

    @Test
    @EnabledIf("isPromtoolThere")
    void everyPanelAsksWhatPrometheusUnderstands() throws Exception {
        var records = new ArrayList<Map<String, String>>();
        for (var panel : Monitoring.panelQueries()) {
            records.add(Map.of("record", "panel_" + records.size(), "expr", panel.expression()));
        }
        write("panels.yaml", Map.of("groups", List.of(Map.of("name", "panels", "rules", records))));
        run("check", "rules", "panels.yaml");
    }

    private static List<JsonNode> outages() throws IOException {
        return Monitoring.yaml(OUTAGES).path("outages").valueStream().toList();
    }

    private static Stream<JsonNode> rings(JsonNode outage) {
        return outage.path("rings").valueStream();
    }

    private static Map<String, Object> group(JsonNode outage) throws IOException {
        var seen = new LinkedHashMap<String, String>();
        for (var given : List.of(Monitoring.yaml(OUTAGES).path("well"), outage.path("seen"))) {
            given.forEachEntry((series, values) -> seen.put(series, values.asString()));
        }
        var series = seen.entrySet().stream()
                .map(it -> Map.of("series", it.getKey(), "values", it.getValue()))
                .toList();
        var expected = Monitoring.alerts().stream()
                .map(alert -> expected(alert, outage))
                .toList();
        return Map.of(
                "name",
                outage.path("what").asString(),
                "interval",
                "1m",
                "input_series",
                series,
                "alert_rule_test",
                expected);
    }

    private static Map<String, Object> expected(JsonNode alert, JsonNode outage) {
        var name = alert.path("alert").asString();
        var ringing = rings(outage)
                .filter(ring -> ring.path("alertname").asString().equals(name))
                .map(ring -> {
                    var labels = new LinkedHashMap<String, String>();
                    for (var some : List.of(ring, alert.path("labels"))) {
                        some.forEachEntry((label, value) -> labels.put(label, value.asString()));
                    }
                    labels.remove("alertname");
                    return Map.of("exp_labels", labels, "exp_annotations", alert.path("annotations"));
                })
                .toList();
        return Map.of("eval_time", END, "alertname", name, "exp_alerts", ringing);
    }

    /** What is JSON is YAML. */
    private void write(String name, Object content) throws IOException {
        Files.write(folder.resolve(name), Monitoring.JSON.writeValueAsBytes(content));
    }

    private void run(String... arguments) throws Exception {
        var command = Stream.concat(promtool().stream(), Stream.of(arguments)).toList();
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
