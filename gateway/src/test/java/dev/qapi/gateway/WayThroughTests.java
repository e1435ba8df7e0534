package dev.qapi.gateway;

import static com.github.tomakehurst.wiremock.http.Fault.CONNECTION_RESET_BY_PEER;
import static dev.qapi.gateway.support.People.somebody;
import static dev.qapi.gateway.support.People.track;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.qapi.gateway.support.GatewayTest;
import dev.qapi.gateway.support.MovableClock;
import dev.qapi.gateway.support.Vmms;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

@GatewayTest
class WayThroughTests {

    /** The promise is the deadline and 100 ms; the rest is what a machine shared with other builds may add. */
    private static final Duration BUSY_MACHINE = Duration.ofMillis(500);

    @Autowired
    WebTestClient http;

    @Autowired
    Vmms vmms;

    @Autowired
    CircuitBreakerRegistry breakers;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    @BeforeEach
    void healthyAndWarm() {
        clock.beRight();
        vmms.recover();
        breakers.circuitBreaker("VMMS/EHIS").reset();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> track(http, somebody()).expectStatus().isOk().expectBody());
        breakers.circuitBreaker("VMMS/EHIS").reset();
        vmms.forgetCalls();
    }

    @Test
    void tellsWhatTheRegisterSaysAndFromWhere() {
        track(http, somebody())
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Cache-Control", "no-store")
                .expectHeader()
                .exists("X-Request-ID")
                .expectHeader()
                .valueMatches("traceparent", "00-(?!0{32})[0-9a-f]{32}-[0-9a-f]{16}-0[01]")
                .expectBody()
                .jsonPath("$.freshness")
                .isEqualTo("FRESH")
                .jsonPath("$.reliance")
                .isEqualTo("SAFE")
                .jsonPath("$.asOf")
                .value(String.class, asOf -> assertThat(asOf).endsWith("+04:00"))
                .jsonPath("$.data.applications[0].status.text")
                .isEqualTo("Your application is being examined")
                .jsonPath("$.sources[0].register")
                .isEqualTo("VMMS")
                .jsonPath("$.sources[0].via")
                .isEqualTo("EHIS")
                .jsonPath("$.sources[0].requestHash")
                .isEqualTo("sha-512:c2VlbiBieSBFSElT");
    }

    @Test
    void takesOverTheCallersRequestIdUnlessItCouldHarmALog() {
        http.post()
                .uri("/api/v1/applications/track")
                .header("X-Request-ID", "case-42")
                .exchange()
                .expectHeader()
                .valueEquals("X-Request-ID", "case-42");
        http.post()
                .uri("/api/v1/applications/track")
                .header("X-Request-ID", "a b\u0085c")
                .exchange()
                .expectHeader()
                .valueMatches("X-Request-ID", "[0-9a-f-]{36}");
    }

    @Test
    void asksOnceWhileTheAnswerIsFresh() {
        var person = somebody();
        track(http, person).expectStatus().isOk().expectBody();
        track(http, person)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.freshness")
                .isEqualTo("CACHED");
        assertThat(vmms.calls()).isEqualTo(1);
    }

    @Test
    void aKnownAnswerStandsInWithItsAgeWhileTheRegisterIsAwayAndAnUnknownOneIsAProblem() {
        var known = somebody();
        track(http, known).expectStatus().isOk().expectBody();
        vmms.stop();
        try {
            clock.goOn(Duration.ofMinutes(2));
            track(http, known)
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.freshness")
                    .isEqualTo("STALE")
                    .jsonPath("$.reliance")
                    .isEqualTo("RECHECK_BEFORE_ACTING")
                    .jsonPath("$.data.applications[0].status.code")
                    .isEqualTo("UNDER_REVIEW");
            track(http, somebody())
                    .expectStatus()
                    .isEqualTo(503)
                    .expectHeader()
                    .valueEquals("Retry-After", "5")
                    .expectHeader()
                    .contentType("application/problem+json")
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("07001")
                    .jsonPath("$.retryAfter")
                    .isEqualTo(5)
                    .jsonPath("$.reliance")
                    .isEqualTo("DO_NOT_RELY")
                    .jsonPath("$.data")
                    .doesNotExist();
        } finally {
            vmms.start();
        }
    }

    @Test
    void aKnownAnswerOlderThanItsPolicyAllowsDoesNotStandIn() {
        var known = somebody();
        track(http, known).expectStatus().isOk().expectBody();
        clock.goOn(Duration.ofHours(24));
        vmms.replies(reply -> reply.withStatus(500));
        track(http, known).expectStatus().isEqualTo(503).expectBody();
    }

    @Test
    void whatTheRegisterDeniesLaterDoesNotComeBackAsAnOldAnswer() {
        var known = somebody();
        track(http, known).expectStatus().isOk().expectBody();
        clock.goOn(Duration.ofMinutes(2));
        vmms.says(Vmms.GOOD.replace("MATCHED", "NO_MATCH").replaceAll("\"applications\":.*", "\"applications\":[]}"));
        track(http, known)
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("07003");
        vmms.replies(reply -> reply.withStatus(500));
        track(http, known).expectStatus().isEqualTo(503).expectBody();
    }

    @Test
    void aHangingRegisterOpensTheBreakerWithinTwentyCallsAndIsFoundAgainAfterwards() {
        vmms.replies(reply -> reply.withFixedDelay(20_000));
        IntStream.range(0, 20).forEach(_ -> {
            var begun = System.nanoTime();
            track(http, somebody())
                    .expectStatus()
                    .value(status -> assertThat(status).isIn(503, 504));
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .isLessThan(Duration.ofSeconds(2).plus(BUSY_MACHINE));
        });
        assertThat(breakers.circuitBreaker("VMMS/EHIS").getState()).isEqualTo(State.OPEN);
        vmms.recover();
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () -> track(http, somebody()).expectStatus().isOk().expectBody());
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            track(http, somebody());
            assertThat(breakers.circuitBreaker("VMMS/EHIS").getState()).isEqualTo(State.CLOSED);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 422, 429})
    void refusalsOfOurRequestsDoNotOpenTheBreaker(int status) {
        vmms.replies(reply -> reply.withStatus(status));
        IntStream.range(0, 30)
                .forEach(_ -> track(http, somebody())
                        .expectStatus()
                        .is5xxServerError()
                        .expectBody());
        assertThat(breakers.circuitBreaker("VMMS/EHIS").getState()).isEqualTo(State.CLOSED);
        assertThat(vmms.calls()).isEqualTo(30);
    }

    @Test
    void retriesAddNoMoreThanATenth() {
        breakers.circuitBreaker("VMMS/EHIS").transitionToDisabledState();
        vmms.replies(reply -> reply.withStatus(500));
        IntStream.range(0, 200)
                .forEach(_ -> track(http, somebody())
                        .expectStatus()
                        .is5xxServerError()
                        .expectBody());
        assertThat(vmms.calls()).isBetween(205, 220 + 10); // what was earned before is spent first
    }

    @Test
    void oneResetConnectionIsNotNoticed() {
        IntStream.range(0, 20)
                .forEach(_ -> track(http, somebody()).expectStatus().isOk().expectBody());
        vmms.failsOnce(reply -> reply.withFault(CONNECTION_RESET_BY_PEER));
        track(http, somebody()).expectStatus().isOk().expectBody();
    }

    @Test
    void whoeverLeavesDoesNotEndTheCallForOthers() {
        vmms.replies(reply -> reply.withFixedDelay(200));
        var person = somebody();
        HttpClient.create()
                .headers(headers -> headers.set("Content-Type", "application/json"))
                .post()
                .uri("http://127.0.0.1:" + port + "/api/v1/applications/track")
                .send((request, out) -> out.sendString(Mono.just(person)))
                .response()
                .timeout(Duration.ofMillis(60))
                .onErrorComplete()
                .block();
        track(http, person).expectStatus().isOk().expectBody();
        assertThat(vmms.calls()).isEqualTo(1);
    }
}
