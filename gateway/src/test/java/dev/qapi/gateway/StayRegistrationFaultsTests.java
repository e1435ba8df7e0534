package dev.qapi.gateway;

import static dev.qapi.gateway.support.People.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.qapi.gateway.support.GatewayTest;
import dev.qapi.gateway.support.MovableClock;
import dev.qapi.gateway.support.Vmms;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Cold, fresh and stale: a registration in force stands in for a silent register, "not registered" never does. */
@GatewayTest
class StayRegistrationFaultsTests {

    private static final String NONE = Vmms.GOOD.replaceAll("\"applications\":.*", "\"registrations\":[]}");
    private static final String ACTIVE = NONE.replace("[]", """
            [{"number":"QY-2026-118204","from":"2026-11-06","until":"2031-02-01","district":"Nəsimi rayonu",\
            "hostKind":"PERSON","hostName":"R. Hüseynov","state":"ACTIVE"}]""");
    private static final String REMOVED = ACTIVE.replace("ACTIVE", "REMOVED_BY_HOST");
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    WebTestClient http;

    @Autowired
    Vmms vmms;

    @Autowired
    MovableClock clock;

    @Autowired
    CircuitBreakerRegistry breakers;

    @BeforeEach
    void healthyAndWarm() {
        recover();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(says(ACTIVE, somebody()).has("data")).isTrue());
    }

    @AfterEach
    void recover() {
        clock.beRight();
        vmms.recover();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("T silence", r -> r.withFixedDelay(3_000)),
                fault("T reset", r -> r.withFault(Fault.CONNECTION_RESET_BY_PEER)),
                fault("T closed", r -> r.withFault(Fault.EMPTY_RESPONSE)),
                fault("C cut off", r -> r.withBody(NONE.substring(0, NONE.length() - 2))),
                fault("C empty object", r -> r.withBody("{}")),
                fault("C no list", r -> r.withBody(NONE.replace(",\"registrations\":[]", ""))),
                fault("C incomplete", r -> r.withBody(NONE.replace("\"complete\":true", "\"complete\":false"))),
                fault(
                        "C another",
                        r -> r.withBody(NONE.replaceAll("\"citizenship\":\"[^\"]*\"", "\"citizenship\":\"GEO\""))),
                fault("C a state unknown", r -> r.withBody(ACTIVE.replace("ACTIVE", "SUSPENDED"))),
                fault("C an hour old", r -> r.withBody(NONE.replace("{{now}}", "{{now offset='-1 hours'}}"))),
                fault("H 500", r -> r.withStatus(500)),
                fault("H 429", r -> r.withStatus(429)),
                fault("H 404", r -> r.withStatus(404)),
                fault("X redirect", r -> r.withStatus(302).withHeader("Location", "/elsewhere")));
    }

    private static Arguments fault(String name, UnaryOperator<ResponseDefinitionBuilder> change) {
        return Arguments.of(name, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void onlyARegistrationInForceStandsIn(String name, UnaryOperator<ResponseDefinitionBuilder> fault) {
        var registered = somebody();
        var nobody = somebody();
        var removed = somebody();
        assertThat(says(ACTIVE, registered).at("/data/registered").asBoolean()).isTrue();
        assertThat(says(NONE, nobody).at("/data/state/code").asString()).isEqualTo("NOT_REGISTERED");
        assertThat(says(REMOVED, removed).at("/data/state/code").asString()).isEqualTo("REMOVED_BY_HOST");
        vmms.replies(fault);

        isNoAnswer(check(somebody()));
        isKept(check(registered), true, "CACHED", "SAFE");
        isKept(check(nobody), false, "CACHED", "SAFE");

        clock.goOn(Duration.ofSeconds(90));
        isKept(check(registered), true, "STALE", "RECHECK_BEFORE_ACTING");
        isNoAnswer(check(nobody));
        isNoAnswer(check(removed));

        clock.goOn(Duration.ofHours(1));
        isNoAnswer(check(registered));
    }

    @Test
    void aDenialTakesThePlaceOfWhatWasKept() {
        var person = somebody();
        says(ACTIVE, person);
        clock.goOn(Duration.ofSeconds(90));
        assertThat(says(REMOVED, person).path("freshness").asString()).isEqualTo("FRESH");
        clock.goOn(Duration.ofSeconds(90));
        vmms.replies(r -> r.withStatus(500));
        isNoAnswer(check(person));
    }

    @Test
    void aHostWhoIsAPersonStaysUnnamed() {
        var person = somebody();
        assertThat(says(ACTIVE, person).toString()).contains("PERSON").doesNotContain("Hüseynov");
        var hotel = somebody();
        assertThat(says(ACTIVE.replace("PERSON", "HOTEL"), hotel)
                        .at("/data/registration/hotel")
                        .asString())
                .isEqualTo("R. Hüseynov");
    }

    private JsonNode says(String body, String person) {
        vmms.says(body);
        return check(person);
    }

    private static void isKept(JsonNode told, boolean registered, String freshness, String reliance) {
        assertThat(told.at("/data/registered").asBoolean()).as(told.toString()).isEqualTo(registered);
        assertThat(told.path("freshness").asString()).isEqualTo(freshness);
        assertThat(told.path("reliance").asString()).isEqualTo(reliance);
    }

    private static void isNoAnswer(JsonNode told) {
        assertThat(told.has("data")).as(told.toString()).isFalse();
        assertThat(told.path("status").asInt()).isBetween(502, 504);
        assertThat(told.path("code").asString()).startsWith("07");
        assertThat(told.path("retryAfter").asInt()).isPositive();
    }

    private JsonNode check(String body) {
        breakers.getAllCircuitBreakers().forEach(it -> it.reset());
        return JSON.readTree(http.post()
                .uri("/api/v1/stay-registrations/check")
                .header("Accept-Language", "en")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectBody()
                .returnResult()
                .getResponseBody());
    }
}
