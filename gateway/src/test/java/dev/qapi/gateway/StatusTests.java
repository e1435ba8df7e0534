package dev.qapi.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qapi.mock.MockEgov;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What everybody is told of the registers is what people's own calls have met. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"qapi.sandbox=true", "management.server.port=0"})
@AutoConfigureWebTestClient(timeout = "20s")
@DirtiesContext
class StatusTests {

    private static final MockEgov GOVERNMENT = MockEgov.start(0);
    private static final JsonMapper JSON = new JsonMapper();
    private static int nobody = 20_000;

    @Autowired
    WebTestClient http;

    @Autowired
    CircuitBreakerRegistry breakers;

    @DynamicPropertySource
    static void government(DynamicPropertyRegistry properties) {
        GOVERNMENT.gatewayProperties().forEach((name, value) -> properties.add(name, () -> value));
    }

    @AfterAll
    static void stop() {
        GOVERNMENT.close();
    }

    @BeforeEach
    void rest() {
        breakers.getAllCircuitBreakers().forEach(it -> it.reset());
    }

    @Test
    void everyRegisterThatIsAskedAndEveryLayerIsThere() {
        var data = status("en").get("data");
        assertThat(names(data.get("registers"))).contains("VMMS", "IAMAS", "ENFORCEMENT");
        assertThat(names(data.get("layers"))).contains("EHIS", "ASAN_BRIDGE").doesNotContain("VMMS");
        assertThat(data.get("eservices").findValuesAsString("id")).contains("applications", "restrictions", "status");
        assertThat(service(data, "status").at("/state/code").asString()).isEqualTo("UP");
    }

    @Test
    void aRegisterThatAnswersIsUpAndOneThatFailsIsDownWhileItsLayerIsNot() {
        ask("applications/track", null);
        var before = part(status("en"), "registers", "VMMS");
        assertThat(before.at("/state/code").asString()).isIn("UP", "UNSTEADY");
        assertThat(before.get("lastSuccess").asString()).endsWith("+04:00");

        IntStream.range(0, 3).forEach(_ -> ask("applications/track", "F20:502@VMMS"));

        var down = part(status("ru"), "registers", "VMMS");
        assertThat(down.at("/state/code").asString()).isEqualTo("DOWN");
        assertThat(down.at("/state/text").asString()).isEqualTo("Не отвечает");
        assertThat(down.get("lastSuccess")).isEqualTo(before.get("lastSuccess"));
        var asked = down.at("/availability/asked").asLong();
        assertThat(asked).isEqualTo(before.at("/availability/asked").asLong() + 3);
        assertThat(down.at("/availability/answered")).isEqualTo(before.at("/availability/answered"));
        assertThat(down.at("/availability/percent").asDouble())
                .isEqualTo(
                        Math.floor(10_000.0 * down.at("/availability/answered").asLong() / asked) / 100);
        assertThat(service(status("en").get("data"), "applications")
                        .at("/state/code")
                        .asString())
                .isEqualTo("DOWN");
        assertThat(part(status("en"), "layers", "EHIS").at("/state/code").asString())
                .isNotEqualTo("DOWN");

        ask("applications/track", null);
        assertThat(part(status("en"), "registers", "VMMS").at("/state/code").asString())
                .isEqualTo("UNSTEADY");
    }

    @Test
    void aLayerThatCarriesNothingIsDownAndTheRegisterBehindTheOtherIsUp() {
        IntStream.range(0, 3).forEach(_ -> ask("applications/track", "F23:403@VMMS/EHIS"));

        assertThat(part(status("en"), "layers", "EHIS").at("/state/code").asString())
                .isEqualTo("DOWN");
        assertThat(part(status("en"), "layers", "ASAN_BRIDGE").at("/state/code").asString())
                .isEqualTo("UP");

        IntStream.range(0, 3).forEach(_ -> ask("applications/track", null));
        assertThat(part(status("en"), "layers", "EHIS").at("/state/code").asString())
                .isEqualTo("UNSTEADY");
    }

    @ParameterizedTest
    @CsvSource({"az, Mübadilə, Son 30 gün", "ru, Системы обмена, За 30 дней", "en, Exchange systems, Last 30 days"})
    void thePageSaysItInWords(String language, String one, String other) {
        ask("applications/track", null);
        http.get()
                .uri("/status?lang=" + language)
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(page -> assertThat(page).containsIgnoringCase(one).contains(other, "data-state", "VMMS"));
    }

    private JsonNode status(String language) {
        var body = http.get()
                .uri("/api/v1/status")
                .header("Accept-Language", language)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return JSON.readTree(body);
    }

    private void ask(String path, @Nullable String fault) {
        var request = http.post().uri("/api/v1/" + path).contentType(MediaType.APPLICATION_JSON);
        if (fault != null) {
            request.header("Qapi-Fault", fault);
        }
        request.bodyValue("""
                        {"document":{"type":"PASSPORT","number":"S%08d"},"birthDate":"1991-01-01","citizenship":"TUR"}""".formatted(nobody++)).exchange().expectBody().returnResult();
    }

    private static JsonNode part(JsonNode status, String list, String register) {
        return StreamSupport.stream(status.at("/data/" + list).spliterator(), false)
                .filter(part -> part.at("/register/code").asString().equals(register))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode service(JsonNode data, String id) {
        return StreamSupport.stream(data.get("eservices").spliterator(), false)
                .filter(it -> it.get("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(JsonNode parts) {
        return StreamSupport.stream(parts.spliterator(), false)
                .map(part -> part.at("/register/code").asString())
                .toList();
    }
}
