package dev.qapi.gateway;

import static dev.qapi.eservice.Register.ENFORCEMENT;
import static dev.qapi.eservice.Register.IAMAS;
import static dev.qapi.gateway.support.Bars.ASKED;
import static dev.qapi.gateway.support.Bars.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.qapi.eservice.Register;
import dev.qapi.gateway.support.Bars;
import dev.qapi.gateway.support.GatewayTest;
import dev.qapi.gateway.support.Vmms;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Whatever happens to one register, which would have said "none": nobody is told that nothing restricts them. */
@GatewayTest
class RestrictionFaultsTests {

    @Autowired
    WebTestClient http;

    @Autowired
    Vmms vmms;

    @Autowired
    CircuitBreakerRegistry breakers;

    private Bars bars;

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("F05 too slow", r -> r.withFixedDelay(3_000)),
                fault("F06 reset", r -> r.withFault(Fault.CONNECTION_RESET_BY_PEER)),
                fault("F09 closed", r -> r.withFault(Fault.EMPTY_RESPONSE)),
                fault("F10 random bytes", r -> r.withFault(Fault.RANDOM_DATA_THEN_CLOSE)),
                fault("F11 malformed chunk", r -> r.withFault(Fault.MALFORMED_RESPONSE_CHUNK)),
                body("F12 cut off", NONE.substring(0, NONE.length() - 3)),
                body("F13 empty object", "{}"),
                body("F13 another object", "{\"foo\":1}"),
                body("F13 no outcome", NONE.replace("\"outcome\":\"MATCHED\",", "")),
                body("F13 not said to be complete", NONE.replace("\"complete\":true,", "")),
                body("F13 no list", NONE.replace(",\"restrictions\":[]", "")),
                body("F13 list under another name", NONE.replace("\"restrictions\"", "\"bars\"")),
                body("F14 empty", ""),
                body("F14 null", "null"),
                fault("F14 no content", r -> r.withStatus(204).withBody((String) null)),
                body("F15 unknown outcome", NONE.replace("MATCHED", "SUSPENDED_BY_COURT")),
                body("F15 a number", NONE.replace("\"MATCHED\"", "0")),
                body("F15 true", "true"),
                body("F15 a list", "[" + NONE + "]"),
                body("F15 no list but null", NONE.replace("[]", "null")),
                body("F15 no list but an object", NONE.replace("[]", "{}")),
                body("F15 a restriction null", NONE.replace("[]", "[null]")),
                body("F15 a restriction unknown", NONE.replace("[]", "[{\"direction\":\"UP\"}]")),
                body("F16 key twice", NONE.replace("\"restrictions\":[]", "\"restrictions\":[{}],\"restrictions\":[]")),
                body("F16 behind the end", NONE + "{}"),
                body("an unknown field", NONE.replace("\"restrictions\"", "\"bars\":[],\"restrictions\"")),
                fault("F17 a page", r -> r.withHeader("Content-Type", "text/html")),
                body("F17 a page called JSON", "<h1>Maintenance</h1>"),
                body("F18 another document", NONE.replace("{{jsonPath request.body '$.documentNumber'}}", "X9999999")),
                body("F18 another birth date", NONE.replace("{{jsonPath request.body '$.birthDate'}}", "1978-09-03")),
                body("F18 another country", NONE.replace("{{jsonPath request.body '$.citizenship'}}", "GEO")),
                body("F19 old", NONE.replace("{{now}}", "{{now offset='-6 minutes'}}")),
                body("F19 ahead", NONE.replace("{{now}}", "{{now offset='1 minutes'}}")),
                body("F19 no moment", NONE.replace("\"asOf\":\"{{now}}\",", "")),
                body("incomplete", NONE.replace("\"complete\":true", "\"complete\":false")),
                fault("F20 500", r -> r.withStatus(500)),
                fault("F20 502", r -> r.withStatus(502)),
                fault("F20 504", r -> r.withStatus(504)),
                fault("F21 503", r -> r.withStatus(503).withHeader("Retry-After", "2")),
                fault("F22 429", r -> r.withStatus(429).withHeader("Retry-After", "7")),
                fault("F23 401", r -> r.withStatus(401)),
                fault("F23 403", r -> r.withStatus(403)),
                fault("F24 404", r -> r.withStatus(404)),
                fault("F24 404, a page", r -> r.withStatus(404).withBody("<h1>404</h1>")),
                fault("F25 302", r -> r.withStatus(302).withHeader("Location", "/elsewhere")),
                fault("F25 307", r -> r.withStatus(307).withHeader("Location", "/elsewhere")),
                body(
                        "F26 too much",
                        NONE.replace("\"complete\"", "\"x\":\"" + "x".repeat(300_000) + "\",\"complete\"")),
                fault("F28 a drip", r -> r.withChunkedDribbleDelay(50, 5_000)),
                fault("F29 large headers", r -> r.withHeader("X-Large", "x".repeat(64 * 1024))),
                body("F36 deep", "[".repeat(10_000)),
                fault("201", r -> r.withStatus(201)),
                fault("to another request", r -> r.withHeader("X-Road-Id", "somebody-else's")),
                fault("EHİS failed", r -> r.withStatus(500).withHeader("X-Road-Error", "Server.NetworkError")));
    }

    private static Arguments body(String name, String body) {
        return fault(name, r -> r.withBody(body));
    }

    private static Arguments fault(String name, UnaryOperator<ResponseDefinitionBuilder> change) {
        return Arguments.of(name, change);
    }

    @BeforeEach
    void healthy() {
        vmms.recover();
        breakers.getAllCircuitBreakers().forEach(it -> it.reset());
        bars = new Bars(vmms.wire());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void itIsNeverNone(String name, UnaryOperator<ResponseDefinitionBuilder> change) {
        isUnknownOrRestricted(IAMAS, ENFORCEMENT, change);
        isUnknownOrRestricted(ENFORCEMENT, IAMAS, change);
    }

    private void isUnknownOrRestricted(
            Register broken, Register other, UnaryOperator<ResponseDefinitionBuilder> change) {
        bars.replies(broken, change);
        bars.none(other);
        isUnknown(Bars.check(http, ASKED));
        bars.restricts(other);
        var told = Bars.check(http, ASKED);
        assertThat(told.at("/data/verdict").asString()).isEqualTo("RESTRICTED");
        assertThat(told.path("freshness").asString()).isEqualTo("PARTIAL");
        assertThat(told.path("reliance").asString()).isEqualTo("RECHECK_BEFORE_ACTING");
        assertThat(told.path("sources").findValuesAsString("register")).containsExactly(other.name());
        assertThat(told.at("/missing/0/path").asString()).isEqualTo("/data/restrictions/-");
        assertThat(told.at("/missing/0/retryAfter").asInt()).isPositive();
        breakers.getAllCircuitBreakers().forEach(it -> it.reset());
    }

    private static void isUnknown(JsonNode told) {
        assertThat(told.path("type").asString()).isEqualTo("/problems/restriction-status-unknown");
        assertThat(told.path("status").asInt()).isEqualTo(503);
        assertThat(told.path("code").asString()).endsWith("006");
        assertThat(told.path("reliance").asString()).isEqualTo("DO_NOT_RELY");
        assertThat(told.path("detail").asString()).contains("This does not mean that you may travel");
        assertThat(told.path("retryAfter").asInt()).isPositive();
        assertThat(told.has("data")).isFalse();
    }

    /** F04, the control: what is only slow is believed. */
    @Test
    void aSlowNoneIsNone() {
        bars.replies(IAMAS, r -> r.withFixedDelay(500));
        bars.none(ENFORCEMENT);
        assertThat(Bars.check(http, ASKED).at("/data/verdict").asString()).isEqualTo("NO_RESTRICTION");
    }

    @Test
    void whenNobodyIsThereNothingIsKnown() {
        vmms.stop();
        isUnknown(Bars.check(http, ASKED));
        vmms.start();
    }
}
