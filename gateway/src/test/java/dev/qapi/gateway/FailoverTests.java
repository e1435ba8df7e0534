package dev.qapi.gateway;

import static com.github.tomakehurst.wiremock.http.Fault.CONNECTION_RESET_BY_PEER;
import static com.github.tomakehurst.wiremock.http.Fault.EMPTY_RESPONSE;
import static com.github.tomakehurst.wiremock.http.Fault.RANDOM_DATA_THEN_CLOSE;
import static dev.qapi.gateway.support.People.isAnsweredVia;
import static dev.qapi.gateway.support.People.somebody;
import static dev.qapi.gateway.support.People.track;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.qapi.gateway.support.Bridge;
import dev.qapi.gateway.support.MovableClock;
import dev.qapi.gateway.support.OwnGateway;
import dev.qapi.gateway.support.Vmms;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Where EHİS fails ASAN Bridge leads to the same register; where the register itself has spoken nobody else is asked. */
class FailoverTests {

    private static final Duration DEADLINE = Duration.ofSeconds(2);
    /** The promise is the deadline and 100 ms; the rest is what a machine shared with other builds may add. */
    private static final Duration BUSY_MACHINE = Duration.ofMillis(500);

    @TempDir
    static Path data;

    private static Bridge bridge;
    private static OwnGateway gateway;
    private static Vmms ehis;
    private static WebTestClient http;

    @BeforeAll
    static void start() {
        bridge = new Bridge();
        gateway = OwnGateway.on(
                data,
                bridge.properties(
                        "qapi.resilience.response=700ms",
                        "qapi.resilience.patience=10s",
                        "qapi.resilience.deadline=" + DEADLINE.toMillis() + "ms",
                        "qapi.resilience.rest=2s"));
        ehis = gateway.vmms();
        http = gateway.http();
    }

    @AfterAll
    static void stop() {
        gateway.close();
        bridge.close();
    }

    @BeforeEach
    void healthyAndWarm() {
        gateway.bean(MovableClock.class).beRight();
        ehis.recover();
        bridge.recover();
        breaker("EHIS").transitionToForcedOpenState();
        breaker("ASAN_BRIDGE").reset();
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> isAnsweredVia("ASAN_BRIDGE", http));
        breaker("EHIS").reset();
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> isAnsweredVia("EHIS", http));
        breaker("ASAN_BRIDGE").reset();
        ehis.forgetCalls();
        bridge.forgetCalls();
    }

    private static CircuitBreaker breaker(String via) {
        return gateway.bean(CircuitBreakerRegistry.class).circuitBreaker("VMMS/" + via);
    }

    private static Duration timeOf(Runnable act) {
        var begun = System.nanoTime();
        act.run();
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private static Arguments reply(String name, UnaryOperator<ResponseDefinitionBuilder> change) {
        return Arguments.of(name, change);
    }

    static Stream<Arguments> faultsOfTheRoute() {
        return Stream.of(
                reply("reset", r -> r.withFault(CONNECTION_RESET_BY_PEER)),
                reply("closed", r -> r.withFault(EMPTY_RESPONSE)),
                reply("noise", r -> r.withFault(RANDOM_DATA_THEN_CLOSE)),
                reply("broken off", r -> r.withHeader("Content-Length", "5000")),
                reply("a black hole", r -> r.withFixedDelay(20_000)),
                reply("its own error", r -> r.withStatus(500).withHeader("X-Road-Error", "Server.ServerProxy.Down")),
                reply("a redirect", r -> r.withStatus(307).withHeader("Location", "/elsewhere")),
                reply("401", r -> r.withStatus(401)),
                reply("403", r -> r.withStatus(403)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faultsOfTheRoute")
    void whereEhisFailsAsanBridgeIsAskedAtOnce(String name, UnaryOperator<ResponseDefinitionBuilder> change) {
        ehis.replies(change);
        assertThat(timeOf(() -> isAnsweredVia("ASAN_BRIDGE", http))).isLessThan(DEADLINE.plus(BUSY_MACHINE));
        assertThat(ehis.calls()).isEqualTo(1);
        assertThat(bridge.calls()).hasSize(1);
    }

    @Test
    void whereEhisRefusesConnectionsAsanBridgeIsAskedAtOnce() {
        ehis.stop();
        try {
            assertThat(timeOf(() -> isAnsweredVia("ASAN_BRIDGE", http))).isLessThan(DEADLINE.plus(BUSY_MACHINE));
        } finally {
            ehis.start();
        }
    }

    @Test
    void onlyEhisProvesWhatWasAsked() {
        breaker("EHIS").transitionToForcedOpenState();
        track(http, somebody())
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.sources[0].requestHash")
                .doesNotExist();
    }

    static Stream<Arguments> answersOfTheRegister() {
        return Stream.of(
                reply("500", r -> r.withStatus(500)),
                reply("503 for a second", r -> r.withStatus(503).withHeader("Retry-After", "1")),
                reply("400", r -> r.withStatus(400)),
                reply("404", r -> r.withStatus(404)),
                reply("429", r -> r.withStatus(429)),
                reply("no content", r -> r.withStatus(204).withBody((String) null)),
                reply("no proof", r -> r.withBody("{}")),
                reply("a page", r -> r.withHeader("Content-Type", "text/html").withBody("<h1>Maintenance</h1>")),
                reply("to another request", r -> r.withHeader("X-Road-Id", "somebody-else's")),
                reply(
                        "nobody",
                        r -> r.withBody(Vmms.GOOD
                                .replace("MATCHED", "NO_MATCH")
                                .replaceAll("\"applications\":.*", "\"applications\":[]}"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answersOfTheRegister")
    void whatTheRegisterItselfSaysIsNotAskedForTwice(String name, UnaryOperator<ResponseDefinitionBuilder> change) {
        ehis.replies(change);
        track(http, somebody())
                .expectStatus()
                .value(status -> assertThat(status).isIn(404, 502, 503))
                .expectBody()
                .jsonPath("$.data")
                .doesNotExist();
        assertThat(bridge.calls()).isEmpty();
    }

    @Test
    void aHangingEhisCostsNothingOnceItsBreakerIsOpenAndComesBackByItself() {
        ehis.replies(reply -> reply.withFixedDelay(20_000));
        IntStream.range(0, 20)
                .takeWhile(_ -> breaker("EHIS").getState() != State.OPEN)
                .forEach(_ -> isAnsweredVia("ASAN_BRIDGE", http));
        assertThat(breaker("EHIS").getState()).isEqualTo(State.OPEN);
        ehis.forgetCalls();
        assertThat(timeOf(() -> isAnsweredVia("ASAN_BRIDGE", http))).isLessThan(Duration.ofMillis(600));
        assertThat(ehis.calls()).isZero();
        ehis.recover();
        await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> isAnsweredVia("EHIS", http));
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            isAnsweredVia("EHIS", http);
            assertThat(breaker("EHIS").getState()).isEqualTo(State.CLOSED);
        });
    }

    @Test
    void ifBothFailTheKnownAnswerStandsInAndAnUnknownOneIsAProblem() {
        var known = somebody();
        track(http, known).expectStatus().isOk().expectBody();
        gateway.bean(MovableClock.class).goOn(Duration.ofMinutes(2));
        ehis.replies(reply -> reply.withFault(CONNECTION_RESET_BY_PEER));
        bridge.replies(reply -> reply.withStatus(502).withHeader("X-Bridge-Error", "upstream"));
        track(http, known)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.freshness")
                .isEqualTo("STALE")
                .jsonPath("$.sources[0].via")
                .isEqualTo("EHIS");
        track(http, somebody())
                .expectStatus()
                .isEqualTo(503)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("02001")
                .jsonPath("$.reliance")
                .isEqualTo("DO_NOT_RELY")
                .jsonPath("$.data")
                .doesNotExist();
    }

    @Test
    void ifBothHangItIsSaidInTime() {
        ehis.replies(reply -> reply.withFixedDelay(20_000));
        bridge.replies(reply -> reply.withFixedDelay(20_000));
        assertThat(timeOf(() -> track(http, somebody()).expectStatus().isEqualTo(504)))
                .isLessThan(DEADLINE.plus(BUSY_MACHINE));
    }

    @Test
    void anAttackOnEhisIsNoticedThoughAsanBridgeAnswers() {
        var events = events();
        var failures = failures();
        ehis.replies(reply -> reply.withStatus(302).withHeader("Location", "http://127.0.0.1:1/"));
        isAnsweredVia("ASAN_BRIDGE", http);
        assertThat(events()).isEqualTo(events + 1);
        assertThat(failures()).isEqualTo(failures + 1);
    }

    private static double events() {
        return gateway.count("qapi.security.events", "register", "VMMS", "via", "EHIS", "kind", "redirect");
    }

    private static double failures() {
        return gateway.count("qapi.register.failures", "register", "VMMS", "via", "EHIS", "code", "07050");
    }

    @Test
    void theLastWayIsTriedOnceMoreIfThatWasEarned() {
        IntStream.range(0, 20).forEach(_ -> isAnsweredVia("EHIS", http));
        breaker("EHIS").transitionToForcedOpenState();
        IntStream.range(0, 10).forEach(_ -> isAnsweredVia("ASAN_BRIDGE", http));
        breaker("EHIS").reset();
        ehis.replies(reply -> reply.withFault(CONNECTION_RESET_BY_PEER));
        bridge.replies(reply -> reply.withFault(CONNECTION_RESET_BY_PEER));
        ehis.forgetCalls();
        bridge.forgetCalls();
        track(http, somebody()).expectStatus().isEqualTo(503).expectBody();
        assertThat(ehis.calls()).isEqualTo(1);
        assertThat(bridge.calls()).hasSize(2);
    }
}
