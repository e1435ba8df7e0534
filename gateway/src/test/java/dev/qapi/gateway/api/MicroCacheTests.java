package dev.qapi.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qapi.gateway.support.GatewayTest;
import dev.qapi.gateway.support.Issuer;
import dev.qapi.gateway.support.People;
import dev.qapi.gateway.support.Vmms;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** What is told again as it was, to whom, and that nothing is spared but the work. */
@GatewayTest
@TestPropertySource(
        properties = {
            "qapi.data=target/micro-cache",
            "qapi.limits.generosity=1",
            "qapi.limits.instances=1",
            "qapi.limits.client=200"
        })
class MicroCacheTests {

    private static final Issuer ISSUER = new Issuer();
    private static final String TOKEN = ISSUER.token(_ -> {});

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @LocalServerPort
    int port;

    @Autowired
    Vmms vmms;

    @Autowired
    MeterRegistry meters;

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry properties) {
        properties.add("qapi.portals.issuer", () -> Issuer.NAME);
        properties.add("qapi.portals.audience", () -> Issuer.AUDIENCE);
        properties.add("qapi.portals.jwks-uri", ISSUER::keys);
    }

    @AfterEach
    void knowsEverybody() {
        vmms.recover();
    }

    @AfterAll
    static void close() {
        ISSUER.close();
    }

    @Test
    void whoAsksTheSameInTheSameWordsIsToldTheSame() {
        var body = People.somebody();
        var first = keep(body);
        var audited = count("qapi.audit.written");
        var kept = count("qapi.answers.kept");
        var before = count("qapi.answers.retold");

        var second = ask(body);

        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(count("qapi.answers.retold")).isEqualTo(before + 1);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().map().keySet())
                .containsExactlyInAnyOrderElementsOf(first.headers().map().keySet());
        assertThat(header(second, "Cache-Control")).isEqualTo("no-store");
        assertThat(header(second, "X-Request-ID")).isNotEqualTo(header(first, "X-Request-ID"));
        assertThat(Long.parseLong(header(second, "RateLimit-Remaining")))
                .isLessThanOrEqualTo(Long.parseLong(header(first, "RateLimit-Remaining")));
        assertThat(count("qapi.audit.written")).isEqualTo(audited + 1);
        assertThat(count("qapi.answers.kept")).isEqualTo(kept + 1);
    }

    @ParameterizedTest
    @CsvSource({
        "Accept-Language, ru",
        "X-Case-Ref, another",
        "Accept, application/json",
        "Cookie, lang=en",
        "Anything, else",
        "Authorization, token"
    })
    void inOtherWordsItIsAnotherQuestion(String header, String value) {
        var body = People.somebody();
        keep(body);
        var before = count("qapi.answers.retold");

        var other = header.equals("Authorization")
                ? "Bearer " + ISSUER.token(claims -> claims.claim("scope", "applications payments"))
                : value;
        assertThat(ask(body, header, other).statusCode()).isEqualTo(200);
        assertThat(ask(People.somebody()).statusCode()).isEqualTo(200);
        assertThat(count("qapi.answers.retold")).isEqualTo(before);
    }

    /** Whoever has no token might be guessing, even if they say what somebody was told a moment ago. */
    @Test
    void ofAPersonNobodyIsToldAgainWithoutAToken() {
        var body = People.somebody();
        var before = count("qapi.answers.retold");
        var told = IntStream.range(0, 4)
                .mapToObj(_ -> ask(body, "Authorization", "", "X-Purpose", "", "X-Case-Ref", ""))
                .toList();

        assertThat(told).allMatch(answer -> answer.statusCode() == 200);
        assertThat(told.getLast().body()).contains("\"freshness\":\"CACHED\"");
        assertThat(count("qapi.answers.retold")).isEqualTo(before);
    }

    /** Whatever objects on the short way says so on the long way, in its own words. */
    @Test
    void whatAPortalMayAskIsCountedAllTheSame() {
        var body = People.somebody();
        var before = count("qapi.answers.retold");
        var portal = ISSUER.token(claims -> claims.subject("portal-z").claim("client_id", "portal-z"));
        var refused = IntStream.range(0, 320)
                .mapToObj(_ -> ask(body, "Authorization", "Bearer " + portal, "Accept-Language", "ru"))
                .filter(answer -> answer.statusCode() == 429)
                .findFirst();

        assertThat(count("qapi.answers.retold")).isGreaterThan(before + 100);
        assertThat(refused).hasValueSatisfying(answer -> {
            assertThat(header(answer, "RateLimit-Limit")).isEqualTo("200");
            assertThat(header(answer, "Content-Language")).isEqualTo("ru");
            assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
            assertThat(header(answer, "Retry-After")).isNotEmpty();
            assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        });
    }

    /** All that is said of an answer is said of it again, but for what is of one request. */
    @Test
    void itsHeadersAreThoseItHad() {
        var body = People.somebody();
        var first = keep(body);
        var second = ask(body);
        var own = Set.of("x-request-id", "traceparent", "ratelimit-remaining", "ratelimit-reset");

        assertThat(first.headers().map().keySet()).containsAll(own);
        assertThat(without(own, second)).isEqualTo(without(own, first));
    }

    private static Map<String, List<String>> without(Set<String> own, HttpResponse<?> answer) {
        var headers = new TreeMap<>(answer.headers().map());
        headers.keySet().removeAll(own);
        return headers;
    }

    /** Its bytes are there from now on, for a second. */
    private HttpResponse<String> keep(String body) {
        ask(body);
        var told = ask(body);
        assertThat(told.body()).contains("\"freshness\":\"CACHED\"");
        vmms.forgetCalls();
        return told;
    }

    /** A client that says nothing of its own: the one that tests have otherwise numbers its questions. */
    private HttpResponse<String> ask(String body, String... changes) {
        var headers = new HashMap<>(Map.of(
                "Authorization", "Bearer " + TOKEN,
                "Content-Type", "application/json",
                "X-Purpose", "employment",
                "X-Case-Ref", "A-2026/17",
                "Accept-Language", "en"));
        for (var at = 0; at < changes.length; at += 2) {
            headers.put(changes[at], changes[at + 1]);
        }
        var question = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/applications/track"))
                .POST(BodyPublishers.ofString(body));
        headers.values().removeIf(String::isEmpty);
        new TreeMap<>(headers).forEach(question::header);
        try {
            return http.send(question.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private double count(String meter) {
        return meters.find(meter).meters().stream()
                .mapToDouble(found -> found instanceof Timer timer ? timer.count() : ((Counter) found).count())
                .sum();
    }
}
