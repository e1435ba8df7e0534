package dev.qapi.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What the manifests say of the process is so. */
class ManifestsAreTrueTest {

    private static final String CONTAINER = "/spec/template/spec/containers/0";

    @Test
    void theDoorsStandInTheOrderOfTheirPorts() throws IOException {
        var first = Integer.parseInt(settings().get("QAPI_MOCK_PORT").stringValue());
        var doors = new ArrayList<String>();
        doors.add("admin " + first + " TCP");
        for (var system : MockEgov.SYSTEMS) {
            doors.add(system.toLowerCase(Locale.ROOT).replace('_', '-') + ' ' + (first + doors.size()) + " TCP");
        }
        doors.add("dns " + (first + doors.size()) + " UDP");
        assertThat(ports(deployment().at(CONTAINER + "/ports"), "containerPort"))
                .isEqualTo(doors);
        var service = Manifests.MOCK_EGOV.of("Service").at("/spec/ports");
        assertThat(ports(service, "port")).isEqualTo(doors);
        assertThat(service).allMatch(it -> it.get("targetPort").equals(it.get("name")));
    }

    private static List<String> ports(JsonNode ports, String number) {
        var said = new ArrayList<String>();
        ports.forEach(it -> said.add(it.get("name").stringValue()
                + ' '
                + it.get(number)
                + ' '
                + it.path("protocol").asString("TCP")));
        return said;
    }

    @ParameterizedTest
    @ValueSource(strings = {"startupProbe", "readinessProbe", "livenessProbe"})
    void whatProbesAskIsAnswered(String probe) throws IOException {
        var ask = deployment().at(CONTAINER + '/' + probe + "/httpGet");
        assertThat(ask.get("port").stringValue()).isEqualTo("admin");
        try (var egov = MockEgov.start(0)) {
            var health = Call.get(egov.baseUrl() + ask.get("path").stringValue());
            assertThat(health.statusCode()).isEqualTo(200);
            assertThat(health.body()).contains("healthy");
        }
    }

    @Test
    void everySettingIsOneThatIsRead() throws IOException {
        var reader = Files.readString(Path.of("src/main/java/dev/qapi/mock/Sandbox.java"));
        assertThat(settings().propertyNames())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(reader)
                        .contains("\"qapi.mock."
                                + name.substring("QAPI_MOCK_".length())
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', '-') + '"'));
    }

    private static JsonNode deployment() throws IOException {
        return Manifests.MOCK_EGOV.of("Deployment");
    }

    private static JsonNode settings() throws IOException {
        return Manifests.MOCK_EGOV.of("ConfigMap").get("data");
    }
}
