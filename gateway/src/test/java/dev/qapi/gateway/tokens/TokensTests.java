package dev.qapi.gateway.tokens;

import static dev.qapi.gateway.support.People.somebody;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qapi.gateway.support.GatewayTest;
import dev.qapi.gateway.support.Issuer;
import dev.qapi.gateway.support.RawHttp;
import dev.qapi.gateway.support.Vmms;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** A portal's token by a real socket: which count, for what, and what those are told whose does not. */
@GatewayTest
class TokensTests {

    private static final Issuer ISSUER = new Issuer();
    private static final String TRACK = "/api/v1/applications/track";
    private static final Map<String, HttpMethod> ROUTES = Map.of(
            TRACK,
            HttpMethod.POST,
            "/api/v1/stay-registrations/check",
            HttpMethod.POST,
            "/api/v1/payments/search",
            HttpMethod.POST,
            "/api/v1/payments/own",
            HttpMethod.GET,
            "/api/v1/restrictions/check",
            HttpMethod.POST,
            "/api/v1/quota/report",
            HttpMethod.GET,
            "/api/v1/quota/summary",
            HttpMethod.GET,
            "/api/v1/evidence/fetch",
            HttpMethod.POST);

    @Autowired
    WebTestClient http;

    @Autowired
    Vmms vmms;

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry properties) {
        properties.add("qapi.portals.issuer", () -> Issuer.NAME);
        properties.add("qapi.portals.audience", () -> Issuer.AUDIENCE);
        properties.add("qapi.portals.jwks-uri", ISSUER::keys);
    }

    /** The first calls of a process take longer than anybody waits for a register. */
    @BeforeEach
    void warm() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> track(ISSUER.token(_ -> {})).expectStatus().isOk().expectBody());
    }

    @AfterAll
    static void close() {
        ISSUER.close();
    }

    @Test
    void aPortalAsksAboutAPersonInItsScopeAndSaysWhy() {
        track(ISSUER.token(_ -> {})).expectStatus().isOk().expectHeader().valueEquals("Cache-Control", "no-store");
    }

    @Test
    void theSchemeMayBeWrittenInAnyCase() {
        ask(TRACK, somebody(), headers -> headers.set("Authorization", "bearer " + ISSUER.token(_ -> {})))
                .expectStatus()
                .isEqualTo(422)
                .expectBody();
    }

    @Test
    void noBadTokenGetsAnybodyAnywhere() {
        var bad = BadTokens.of(ISSUER);
        assertThat(bad).hasSizeGreaterThanOrEqualTo(120);
        vmms.forgetCalls();
        var fetches = ISSUER.fetches();
        var wrong = new TreeSet<String>();
        bad.forEach((what, authorization) -> ROUTES.forEach((route, method) -> {
            var answer = ask(method, route, authorization);
            if (answer != 401) {
                wrong.add(what + " at " + route + ": " + answer);
            }
        }));
        assertThat(wrong).isEmpty();
        assertThat(vmms.calls()).isZero();
        assertThat(ISSUER.fetches() - fetches).isLessThanOrEqualTo(4); // two in 30 s
    }

    @ParameterizedTest
    @ValueSource(ints = {8_193, 1_000_000})
    void whatIsTooLargeIsNotEvenRead(int size) {
        try (var raw = new RawHttp(port)) {
            raw.say("POST " + TRACK + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + "A".repeat(size))
                    .say("\r\nContent-Length: 0\r\n\r\n");
            assertThat(raw.hear(Duration.ofSeconds(2)).status()).matches(status -> status == 0 || status >= 400);
        }
    }

    @Test
    void whyATokenIsNoGoodIsTellableOnlyOfOneThatIsOver() {
        track(ISSUER.token(claims -> claims.expirationTime(new java.util.Date(1_000_000_000_000L))
                        .issueTime(new java.util.Date(999_999_999_000L))))
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .valueEquals(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"qapi\", error=\"invalid_token\"")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("00103");
        for (var bad : List.of(
                ISSUER.token(claims -> claims.audience("x")),
                ISSUER.token(claims -> claims.issuer("x").expirationTime(new java.util.Date(1_000_000_000_000L))),
                "x.y.z")) {
            track(bad)
                    .expectStatus()
                    .isUnauthorized()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("00101");
        }
    }

    @Test
    void clocksMayDifferByHalfAMinute() {
        var now = System.currentTimeMillis();
        track(ISSUER.token(claims -> claims.expirationTime(new java.util.Date(now - 20_000))
                        .issueTime(new java.util.Date(now - 60_000))))
                .expectStatus()
                .isOk()
                .expectBody();
        track(ISSUER.token(claims -> claims.issueTime(new java.util.Date(now + 20_000))))
                .expectStatus()
                .isOk()
                .expectBody();
    }

    @Test
    void withoutTheScopeOfTheEServiceItIsNotToldAnythingAboutPersons() {
        ask(TRACK, somebody(), headers -> {
                    reason(headers);
                    headers.setBearerAuth(ISSUER.token(claims -> claims.claim("scope", "payments application s")));
                })
                .expectStatus()
                .isForbidden()
                .expectHeader()
                .valueMatches(HttpHeaders.WWW_AUTHENTICATE, ".*insufficient_scope.*applications.*")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("00100");
    }

    @Test
    void whatIsAboutNobodyNeedsNoScopeAndNoReason() {
        var token = ISSUER.token(claims -> claims.claim("scope", null));
        http.get()
                .uri("/api/v1/payments/tariffs")
                .headers(it -> it.setBearerAuth(token))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
        ask("/api/v1/payments/fees", "{\"service\":\"STAY_EXTENSION\",\"length\":30}", it -> it.setBearerAuth(token))
                .expectStatus()
                .isOk()
                .expectBody();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "-|-",
                "-|A-1",
                "job|-",
                "''|A-1",
                "job|''",
                "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx|A-1",
                "é|A-1"
            })
    void aQuestionAboutAPersonNeedsAReason(String purpose, String caseRef) {
        ask(TRACK, somebody(), headers -> {
                    headers.setBearerAuth(ISSUER.token(_ -> {}));
                    if (purpose != null) {
                        headers.set("X-Purpose", purpose);
                    }
                    if (caseRef != null) {
                        headers.set("X-Case-Ref", caseRef);
                    }
                })
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("00201");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/payments/own", "/api/v1/quota/report"})
    void aPortalIsNoEmployer(String route) {
        http.get()
                .uri(route)
                .headers(headers -> headers.setBearerAuth(ISSUER.token(_ -> {})))
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectBody();
    }

    private WebTestClient.ResponseSpec track(String token) {
        return ask(TRACK, somebody(), headers -> {
            reason(headers);
            headers.setBearerAuth(token);
        });
    }

    private static void reason(HttpHeaders headers) {
        headers.set("X-Purpose", "employment");
        headers.set("X-Case-Ref", "A-2026/17");
    }

    private WebTestClient.ResponseSpec ask(String route, String body, Consumer<HttpHeaders> headers) {
        return http.post()
                .uri(route)
                .contentType(MediaType.APPLICATION_JSON)
                .headers(headers)
                .bodyValue(body)
                .exchange();
    }

    private int ask(HttpMethod method, String route, List<String> authorization) {
        var request = http.mutate()
                .responseTimeout(Duration.ofSeconds(20))
                .build()
                .method(method)
                .uri(route)
                .headers(headers -> {
                    reason(headers);
                    headers.addAll("Authorization", authorization);
                });
        return (method == HttpMethod.POST
                        ? request.contentType(MediaType.APPLICATION_JSON).bodyValue(somebody())
                        : request)
                .exchange()
                .expectBody()
                .returnResult()
                .getStatus()
                .value();
    }
}
