package dev.qapi.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.qapi.identifier.DocumentNumber;
import dev.qapi.mock.MockEgov;
import dev.qapi.mock.Settings;
import dev.qapi.mock.population.Country;
import dev.qapi.mock.population.Person;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Iterator;
import java.util.stream.IntStream;
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
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The gateway before the simulated government itself, by name and over TLS, while that fails in every way it can. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "qapi.sandbox=true",
            "management.server.port=0",
            "qapi.ehis.connect=300ms",
            "qapi.resilience.response=700ms",
            "qapi.resilience.deadline=2s",
            "qapi.resilience.rest=100ms"
        })
@AutoConfigureWebTestClient(timeout = "20s")
@DirtiesContext
class LivingGovernmentTests {

    private static final MockEgov GOVERNMENT =
            MockEgov.start(Settings.quick(Clock.systemUTC()).forPatience(Duration.ofMillis(700)));
    private static final JsonMapper JSON = new JsonMapper();
    /** Each asked about once, so that no kept answer hides what the register does. */
    private static final Iterator<Person> APPLICANTS = applicants();

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

    private static Iterator<Person> applicants() {
        var country = new Country(42, 20_000, Country.DISAGREEMENT);
        var now = Clock.systemUTC().instant();
        return IntStream.range(0, 20_000)
                .mapToObj(country::person)
                .filter(person -> person.cases().stream()
                        .anyMatch(it -> !it.steps().getFirst().at().isAfter(now)))
                .iterator();
    }

    @BeforeEach
    void heal() {
        admin("DELETE", "/__admin/egov/faults", null);
        breakers.getAllCircuitBreakers().forEach(it -> it.reset());
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() ->
                        assertThat(ask(null).at("/sources/0/via").asString()).isEqualTo("EHIS"));
        breakers.getAllCircuitBreakers().forEach(it -> it.reset());
    }

    @Test
    void everythingThatAMadeUpLifeTellsIsTrusted() {
        IntStream.range(0, 200)
                .forEach(_ -> assertThat(ask(null).path("freshness").asString()).isEqualTo("FRESH"));
    }

    @Test
    void aTrackedApplicationArrivesOverAsanBridgeWhileEhisIsDead() {
        inject("{\"fault\":\"F01\",\"system\":\"EHIS\"}");

        var person = APPLICANTS.next();
        var answer = ask(person, null);

        var theirs = person.cases().stream().map(it -> it.number().reveal()).toList();
        assertThat(answer.at("/data/applications/0/number").asString()).isIn(theirs);
        assertThat(answer.at("/sources/0/via").asString()).isEqualTo("ASAN_BRIDGE");
        assertThat(answer.at("/sources/0/register").asString()).isEqualTo("VMMS");
    }

    /** The way's own faults lead to the other way; the register's words are never replaced by anybody else's. */
    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(textBlock = """
            F01, ,               ASAN_BRIDGE
            F02, ,               ASAN_BRIDGE
            F03, ,               ASAN_BRIDGE
            F04, ,               EHIS
            F05, ,               ASAN_BRIDGE
            F06, ,               ASAN_BRIDGE
            F07, ,               ASAN_BRIDGE
            F08, ,               ASAN_BRIDGE
            F09, ,               ASAN_BRIDGE
            F10, ,               ASAN_BRIDGE
            F11, ,               ASAN_BRIDGE
            F12, ,               07050
            F13, without-outcome,07050
            F13, empty,          07050
            F13, foreign,        07050
            F14, empty,          07050
            F14, null,           07050
            F14, no-content,     07050
            F15, unknown,        07050
            F15, number,         07050
            F15, true,           07050
            F15, list,           07050
            F16, duplicate,      07050
            F16, trailing,       07050
            F17, html,           07050
            F17, html-as-json,   07050
            F18, ,               07050
            F19, old,            07050
            F19, future,         07050
            F19, absent,         07050
            F20, 500,            07001
            F20, 502,            07001
            F20, 504,            07001
            F21, seconds,        07001
            F21, date,           07001
            F21, negative,       07001
            F21, huge,           07001
            F21, garbage,        07001
            F22, seconds,        07008
            F22, date,           07008
            F22, negative,       07008
            F22, huge,           07008
            F22, garbage,        07008
            F23, 401,            ASAN_BRIDGE
            F23, 403,            ASAN_BRIDGE
            F24, html,           07050
            F24, empty,          07050
            F25, 302,            ASAN_BRIDGE
            F25, 307,            ASAN_BRIDGE
            F26, ,               07050
            F27, ,               07050
            F28, ,               ASAN_BRIDGE
            F29, large-headers,  ASAN_BRIDGE
            F29, illegal-bytes,  ASAN_BRIDGE
            F30, ,               ASAN_BRIDGE
            F31, ,               ASAN_BRIDGE
            F32, ,               ASAN_BRIDGE
            F33, tls-1.1,        ASAN_BRIDGE
            F33, stalls,         ASAN_BRIDGE
            F35, ,               ASAN_BRIDGE
            F36, ,               07050
            F37, nxdomain,       ASAN_BRIDGE
            F37, silent,         ASAN_BRIDGE
            F38, ,               07001""")
    void eachFaultHasADefinedAnswer(String fault, @Nullable String variant, String expected) {
        var wide = expected.equals("ASAN_BRIDGE") && !fault.equals("F23") && !fault.equals("F25");
        inject("{\"fault\":\"" + fault + "\"" + (variant == null ? "" : ",\"variant\":\"" + variant + "\"")
                + (wide ? "" : ",\"register\":\"VMMS\"") + ",\"system\":\"EHIS\"}");
        if (fault.equals("F37")) {
            await().atMost(Duration.ofSeconds(5))
                    .untilAsserted(
                            () -> assertThat(ask(null).at("/sources/0/via").asString())
                                    .isEqualTo("ASAN_BRIDGE"));
        }

        var answer = ask(null);

        if (expected.startsWith("0")) {
            assertThat(answer.path("code").asString()).isEqualTo(expected);
            assertThat(answer.has("data")).isFalse();
        } else {
            assertThat(answer.at("/sources/0/via").asString()).isEqualTo(expected);
            assertThat(answer.path("freshness").asString()).isEqualTo("FRESH");
        }
    }

    /** F34: half of the calls over EHİS are reset. */
    @Test
    void flappingIsNotNoticed() {
        inject("{\"fault\":\"F34\",\"register\":\"VMMS\",\"system\":\"EHIS\"}");
        var ways = IntStream.range(0, 60)
                .mapToObj(_ -> ask(null).at("/sources/0/via").asString())
                .toList();
        assertThat(ways).containsOnly("EHIS", "ASAN_BRIDGE");
    }

    @Test
    void aCallerOfTheSandboxAsksForAFaultOfTheirOwn() {
        assertThat(ask("F20:502@VMMS/EHIS").path("code").asString()).isEqualTo("07001");
        assertThat(ask("F23@VMMS/EHIS").at("/sources/0/via").asString()).isEqualTo("ASAN_BRIDGE");
        assertThat(ask(null).at("/sources/0/via").asString()).isEqualTo("EHIS");
    }

    private JsonNode ask(@Nullable String fault) {
        return ask(APPLICANTS.next(), fault);
    }

    private JsonNode ask(Person person, @Nullable String fault) {
        return track(
                DocumentNumber.of(person.documents().getFirst().number().reveal())
                        .reveal(),
                person.birthDate().reveal(),
                person.citizenship().reveal(),
                fault);
    }

    private JsonNode track(String number, String birthDate, String citizenship, @Nullable String fault) {
        var request = http.post().uri("/api/v1/applications/track").contentType(MediaType.APPLICATION_JSON);
        if (fault != null) {
            request.header("Qapi-Fault", fault);
        }
        var body = request.bodyValue("""
                        {"document":{"type":"PASSPORT","number":"%s"},"birthDate":"%s","citizenship":"%s"}""".formatted(number, birthDate, citizenship))
                .exchange()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return JSON.readTree(body);
    }

    private static void inject(String fault) {
        assertThat(admin("POST", "/__admin/egov/faults", fault)).isEqualTo(201);
    }

    private static int admin(String method, String path, @Nullable String body) {
        var request = WebTestClient.bindToServer()
                .baseUrl(GOVERNMENT.baseUrl())
                .build()
                .method(HttpMethod.valueOf(method))
                .uri(path);
        return (body == null ? request : request.bodyValue(body))
                .exchange()
                .returnResult(Void.class)
                .getStatus()
                .value();
    }
}
