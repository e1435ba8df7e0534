package dev.qapi.gateway;

import static com.github.tomakehurst.wiremock.http.Fault.CONNECTION_RESET_BY_PEER;
import static dev.qapi.gateway.support.People.somebody;
import static dev.qapi.gateway.support.People.track;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.qapi.gateway.start.CannotStart;
import dev.qapi.gateway.support.Bridge;
import dev.qapi.gateway.support.Crowd;
import dev.qapi.gateway.support.MovableClock;
import dev.qapi.gateway.support.OwnGateway;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** ASAN Bridge's protocol, with EHİS out of the way. */
@ExtendWith(OutputCaptureExtension.class)
class AsanBridgeTests {

    private static final Duration DEADLINE = Duration.ofSeconds(3);
    /** A token lasts 5 minutes. */
    private static final Duration ALMOST_OVER = Duration.ofSeconds(295);

    @TempDir
    static Path data;

    private static Bridge bridge;
    private static OwnGateway gateway;
    private static WebTestClient http;

    @BeforeAll
    static void start() {
        bridge = new Bridge();
        gateway = OwnGateway.on(data, bridge.properties("qapi.resilience.deadline=" + DEADLINE.toMillis() + "ms"));
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
        bridge.recover();
        var breakers = gateway.bean(CircuitBreakerRegistry.class);
        breakers.circuitBreaker("VMMS/EHIS").transitionToForcedOpenState();
        breakers.circuitBreaker("VMMS/ASAN_BRIDGE").transitionToDisabledState();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> track(http, somebody()).expectStatus().isOk().expectBody());
    }

    private static void manyAsk() {
        var told = Crowd.asks(gateway.port(), 64, 32).collectList().block(Duration.ofSeconds(60));
        assertThat(told).hasSize(64).allMatch(one -> one.status() == 200);
    }

    private static void isTold(int status, String code) {
        var begun = System.nanoTime();
        track(http, somebody())
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code)
                .jsonPath("$.data")
                .doesNotExist();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(DEADLINE);
    }

    @Test
    void oneTokenServesManyCallsUntilItIsAlmostOver() {
        bridge.withdrawsToken();
        track(http, somebody()).expectStatus().isOk().expectBody();
        bridge.forgetCalls();
        manyAsk();
        assertThat(bridge.tokens()).isZero();
        gateway.bean(MovableClock.class).goOn(ALMOST_OVER);
        manyAsk();
        assertThat(bridge.tokens()).isEqualTo(1);
        assertThat(new HashSet<>(bridge.bearers())).hasSize(2);
    }

    @Test
    void aWithdrawnTokenIsReplacedOnceForAllWhoWereRefused() {
        bridge.withdrawsToken();
        bridge.forgetCalls();
        manyAsk();
        assertThat(bridge.tokens()).isEqualTo(1);
    }

    @Test
    void whoeverIsRefusedWithANewTokenTooGivesUp() {
        bridge.replies(reply -> reply.withStatus(401));
        bridge.forgetCalls();
        isTold(503, "02001");
        assertThat(bridge.tokens()).isEqualTo(1);
        assertThat(bridge.bearers()).hasSize(2).doesNotHaveDuplicates();
    }

    private static Arguments reply(String name, UnaryOperator<ResponseDefinitionBuilder> change) {
        return Arguments.of(name, change);
    }

    static Stream<Arguments> noTokens() {
        return Stream.of(
                reply("down", r -> r.withStatus(500)),
                reply("reset", r -> r.withFault(CONNECTION_RESET_BY_PEER)),
                reply("stalled", r -> r.withFixedDelay(20_000)),
                reply("dripping", r -> r.withChunkedDribbleDelay(100, 20_000)),
                reply("we are unknown", r -> r.withStatus(401).withBody("{\"error\":\"invalid_client\"}")),
                reply("gone elsewhere", r -> r.withStatus(307).withHeader("Location", "/oauth2/other")),
                reply("empty", r -> r.withBody("")),
                reply("no token", r -> r.withBody("{\"token_type\":\"Bearer\",\"expires_in\":300}")),
                reply("a page", r -> r.withHeader("Content-Type", "text/html").withBody("<h1>Login</h1>")),
                reply("too much", r -> r.withBody("{\"access_token\":\"" + "x".repeat(100_000) + "\"}")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("noTokens")
    void withoutANewTokenTheFailureIsToldInTimeAndNothingMoreIsAsked(
            String name, UnaryOperator<ResponseDefinitionBuilder> change) {
        bridge.withdrawsToken();
        bridge.grants(change);
        bridge.forgetCalls();
        var begun = System.nanoTime();
        track(http, somebody())
                .expectStatus()
                .value(status -> assertThat(status).isIn(502, 503, 504));
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(DEADLINE);
        assertThat(bridge.calls()).hasSize(1);
        bridge.recover();
        track(http, somebody()).expectStatus().isOk().expectBody();
    }

    @Test
    void whatTheBridgeSaysOfItselfIsNotTakenForTheRegister() {
        bridge.replies(reply -> reply.withStatus(404).withHeader("X-Bridge-Error", "no_route"));
        isTold(503, "02001");
        bridge.replies(reply -> reply.withStatus(404));
        isTold(502, "07050");
    }

    @Test
    void anAnswerToAnotherRequestOrFromElsewhereIsNone() {
        bridge.replies(reply -> reply.withHeader("X-Correlation-Id", "somebody-else's"));
        isTold(502, "07050");
        bridge.replies(reply -> reply.withStatus(302).withHeader("Location", "/elsewhere"));
        isTold(502, "07050");
    }

    @Test
    void neitherTokenNorSecretIsEverWritten(CapturedOutput output) {
        bridge.withdrawsToken();
        track(http, somebody()).expectStatus().isOk().expectBody();
        bridge.replies(reply -> reply.withStatus(401));
        track(http, somebody()).expectStatus().is5xxServerError().expectBody();
        bridge.grants(token -> token.withStatus(400).withBody("{\"error\":\"" + Bridge.TOKEN + "\"}"));
        track(http, somebody()).expectStatus().is5xxServerError().expectBody();
        assertThat(output.getAll()).doesNotContain("77CANARY");
        assertThat(gateway.context().getBeansOfType(Record.class).toString()).doesNotContain("77CANARY");
    }

    @Test
    void anAddressWithoutACredentialStopsTheStart() {
        assertThatThrownBy(() -> OwnGateway.on(data, bridge.properties("qapi.asan-bridge.client-secret=")))
                .hasRootCauseInstanceOf(CannotStart.class)
                .rootCause()
                .hasMessageContaining("QAPI_ASAN_BRIDGE_CLIENT_SECRET");
    }

    @Test
    void environmentVariablesNameItAsTheReadmeSays() {
        var environment = new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                Map.of("QAPI_ASAN_BRIDGE_CLIENT_ID", "qapi"));
        var binder = new Binder(ConfigurationPropertySources.from(environment));
        assertThat(binder.bind("qapi.asan-bridge.client-id", String.class).get())
                .isEqualTo("qapi");
    }
}
