package dev.qapi.gateway;

import static dev.qapi.gateway.support.People.somebody;
import static dev.qapi.gateway.support.People.track;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.qapi.gateway.support.GatewayTest;
import dev.qapi.gateway.support.Vmms;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Whatever a register sends that is no proof is a fault: never data, and never "not found". */
@GatewayTest
class EvidenceTests {

    private static final String NOBODY =
            Vmms.GOOD.replace("MATCHED", "NO_MATCH").replaceAll("\"applications\":.*", "\"applications\":[]}");

    @Autowired
    WebTestClient http;

    @Autowired
    Vmms vmms;

    @Autowired
    CircuitBreakerRegistry breakers;

    @BeforeEach
    void healthyAndWarm() {
        vmms.recover();
        breakers.circuitBreaker("VMMS/EHIS").reset();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> track(http, somebody()).expectStatus().isOk().expectBody());
    }

    static Stream<Arguments> untrustworthyBodies() {
        return Stream.of(
                body("empty", ""),
                body("null", "null"),
                body("an empty object", "{}"),
                body("another object", "{\"foo\":1}"),
                body("an array", "[]"),
                body("a truth", "true"),
                body("a list of truths", "[" + Vmms.GOOD + "]"),
                body("cut off", Vmms.GOOD.substring(0, 200)),
                body("a field missing", Vmms.GOOD.replace("\"complete\":true,", "")),
                body("a field null", Vmms.GOOD.replace("\"complete\":true", "\"complete\":null")),
                body("applications null", Vmms.GOOD.replaceAll("\"applications\":.*", "\"applications\":null}")),
                body("an application null", Vmms.GOOD.replaceAll("\"applications\":.*", "\"applications\":[null]}")),
                body("applications missing", Vmms.GOOD.replaceAll(",\"applications\":.*", "}")),
                body("an unknown outcome", Vmms.GOOD.replace("MATCHED", "SUSPENDED_BY_COURT")),
                body("a number for an outcome", Vmms.GOOD.replace("\"MATCHED\"", "0")),
                body("an unknown status", Vmms.GOOD.replace("\"130\"", "\"999\"")),
                body("a number for a status", Vmms.GOOD.replace("\"130\"", "130")),
                body("an unknown kind", Vmms.GOOD.replace("TRP", "XXX")),
                body("no date", Vmms.GOOD.replace("2026-11-09\"", "soon\"")),
                body("a text for a truth", Vmms.GOOD.replace("\"complete\":true", "\"complete\":\"true\"")),
                body("a key twice", Vmms.GOOD.replace("{\"outcome\"", "{\"outcome\":\"NO_MATCH\",\"outcome\"")),
                body("something behind the end", Vmms.GOOD + "{}"),
                body("letters behind the end", Vmms.GOOD + "ok"),
                body("incomplete", Vmms.GOOD.replace("\"complete\":true", "\"complete\":false")),
                body("nobody, incompletely", NOBODY.replace("\"complete\":true", "\"complete\":false")),
                body("another document", Vmms.GOOD.replace("{{jsonPath request.body '$.documentNumber'}}", "X9999999")),
                body("another birth date", Vmms.GOOD.replace("{{jsonPath request.body '$.birthDate'}}", "1990-04-13")),
                body("another country", Vmms.GOOD.replace("{{jsonPath request.body '$.citizenship'}}", "GEO")),
                body(
                        "nobody, about another",
                        NOBODY.replace("{{jsonPath request.body '$.documentNumber'}}", "X9999999")),
                body("nobody with applications", Vmms.GOOD.replace("MATCHED", "NO_MATCH")),
                body("an hour old", Vmms.GOOD.replace("{{now}}", "{{now offset='-1 hours'}}")),
                body("an hour ahead", Vmms.GOOD.replace("{{now}}", "{{now offset='1 hours'}}")),
                body("nobody, an hour ago", NOBODY.replace("{{now}}", "{{now offset='-1 hours'}}")),
                body("a moment as a number", Vmms.GOOD.replace("\"{{now}}\"", "1795000000")),
                body("no moment", Vmms.GOOD.replace("\"asOf\":\"{{now}}\",", "")),
                body("ten thousand brackets", "[".repeat(10_000)),
                body(
                        "too much",
                        Vmms.GOOD.replace("\"complete\"", "\"more\":\"" + "x".repeat(300_000) + "\",\"complete\"")));
    }

    private static Arguments body(String name, String body) {
        return Arguments.of(name, body);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("untrustworthyBodies")
    void aBodyThatProvesNothingIsNoAnswer(String name, String body) {
        vmms.says(body);
        isUntrusted(somebody());
    }

    static Stream<Arguments> untrustworthyReplies() {
        return Stream.of(
                reply("a page", r -> r.withHeader("Content-Type", "text/html").withBody("<h1>Maintenance</h1>")),
                reply("JSON called a page", r -> r.withHeader("Content-Type", "text/html")),
                reply("a page called JSON", r -> r.withBody("<h1>Maintenance</h1>")),
                reply("JSON called bytes", r -> r.withHeader("Content-Type", "application/octet-stream")),
                reply("no content", r -> r.withStatus(204).withBody((String) null)),
                reply("created", r -> r.withStatus(201)),
                reply("not found, as a page", r -> r.withStatus(404).withBody("<h1>404</h1>")),
                reply("not found, empty", r -> r.withStatus(404).withBody("")),
                reply("not found, with a body", r -> r.withStatus(404).withBody(NOBODY)),
                reply("to another request", r -> r.withHeader("X-Road-Id", "somebody-else's")),
                reply("gone elsewhere", r -> r.withStatus(302).withHeader("Location", "/elsewhere")),
                reply(
                        "gone elsewhere, keeping the method",
                        r -> r.withStatus(307).withHeader("Location", "/elsewhere")),
                reply(
                        "compressed unasked",
                        r -> r.withHeader("Content-Encoding", "gzip").withBody(gzip(Vmms.GOOD))));
    }

    private static Arguments reply(String name, UnaryOperator<ResponseDefinitionBuilder> change) {
        return Arguments.of(name, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("untrustworthyReplies")
    void aReplyThatProvesNothingIsNoAnswer(String name, UnaryOperator<ResponseDefinitionBuilder> change) {
        vmms.replies(change);
        isUntrusted(somebody());
    }

    static Stream<Arguments> outages() {
        return Stream.of(
                Arguments.of("500", outage(r -> r.withStatus(500)), 503, "07001", "5"),
                Arguments.of("502", outage(r -> r.withStatus(502)), 503, "07001", "5"),
                Arguments.of(
                        "503 for 2 s",
                        outage(r -> r.withStatus(503).withHeader("Retry-After", "2")),
                        503,
                        "07001",
                        "2"),
                Arguments.of(
                        "503 for ever",
                        outage(r -> r.withStatus(503).withHeader("Retry-After", "1000000000")),
                        503,
                        "07001",
                        "60"),
                Arguments.of(
                        "503 for -1",
                        outage(r -> r.withStatus(503).withHeader("Retry-After", "-1")),
                        503,
                        "07001",
                        "5"),
                Arguments.of(
                        "503 for x", outage(r -> r.withStatus(503).withHeader("Retry-After", "x")), 503, "07001", "5"),
                Arguments.of(
                        "429 for 7 s",
                        outage(r -> r.withStatus(429).withHeader("Retry-After", "7")),
                        503,
                        "07008",
                        "7"),
                Arguments.of("401", outage(r -> r.withStatus(401)), 503, "07001", "5"),
                Arguments.of("403", outage(r -> r.withStatus(403)), 503, "07001", "5"),
                Arguments.of(
                        "EHİS failed",
                        outage(r -> r.withStatus(500).withHeader("X-Road-Error", "Server.ServerProxy.NetworkError")),
                        503,
                        "01001",
                        "5"),
                Arguments.of("silence", outage(r -> r.withFixedDelay(10_000)), 504, "07002", "5"),
                Arguments.of("a drip", outage(r -> r.withChunkedDribbleDelay(100, 10_000)), 504, "07002", "5"));
    }

    private static UnaryOperator<ResponseDefinitionBuilder> outage(UnaryOperator<ResponseDefinitionBuilder> change) {
        return change;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("outages")
    void anOutageIsToldAsOne(
            String name, UnaryOperator<ResponseDefinitionBuilder> change, int status, String code, String retryAfter) {
        vmms.replies(change);
        track(http, somebody())
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .valueEquals("Retry-After", retryAfter)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code);
    }

    private void isUntrusted(String person) {
        track(http, person)
                .expectStatus()
                .isEqualTo(502)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("07050")
                .jsonPath("$.data")
                .doesNotExist();
    }

    private static byte[] gzip(String text) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }
}
