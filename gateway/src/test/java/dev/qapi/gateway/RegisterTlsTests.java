package dev.qapi.gateway;

import static dev.qapi.gateway.support.People.isAnsweredVia;
import static dev.qapi.gateway.support.People.somebody;
import static dev.qapi.gateway.support.People.track;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.qapi.gateway.stores.OwnRedis;
import dev.qapi.gateway.support.Bridge;
import dev.qapi.gateway.support.Https;
import dev.qapi.gateway.support.OwnGateway;
import dev.qapi.gateway.support.Vmms;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.netty.pkitesting.X509Bundle;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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

/** An exchange layer must prove that it is the one we mean, and may ask the same of us. */
class RegisterTlsTests {

    @TempDir
    static Path data;

    private static final int PORT = OwnRedis.freePort();

    private static X509Bundle authority;
    private static X509Bundle stranger;
    private static Bridge bridge;
    private static OwnGateway gateway;
    private static WebTestClient http;

    @BeforeAll
    static void start() throws Exception {
        authority = Https.authority("state");
        stranger = Https.authority("stranger");
        bridge = new Bridge();
        var trust = Https.bundle(data, authority, Https.certificate("gateway").buildIssuedBy(authority));
        gateway = OwnGateway.on(
                data,
                Stream.concat(Stream.of(trust), Stream.of(bridge.properties("test.ehis.url=https://localhost:" + PORT)))
                        .toArray(String[]::new));
        http = gateway.http();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> track(http, somebody()).expectStatus().isOk().expectBody());
    }

    @AfterAll
    static void stop() {
        gateway.close();
        bridge.close();
    }

    @BeforeEach
    void healthy() {
        gateway.bean(CircuitBreakerRegistry.class)
                .getAllCircuitBreakers()
                .forEach(breaker -> breaker.transitionToDisabledState());
    }

    private static X509Bundle localhost() throws Exception {
        return Https.certificate("ehis").addSanDnsName("localhost").buildIssuedBy(authority);
    }

    private static double events() {
        return gateway.count("qapi.security.events", "via", "EHIS", "kind", "tls");
    }

    private static double unreachable() {
        return gateway.count("qapi.register.failures", "via", "EHIS", "code", "07004");
    }

    @Test
    void oneThatProvesItselfIsAsked() throws Exception {
        var ehis = new Vmms(Https.listening(PORT, localhost()));
        try {
            await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> isAnsweredVia("EHIS", http));
        } finally {
            ehis.stop();
        }
    }

    @Test
    void whoAsksForOurCertificateGetsIt() throws Exception {
        var ehis = new Vmms(Https.listening(PORT, localhost(), authority));
        try {
            await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> isAnsweredVia("EHIS", http));
        } finally {
            ehis.stop();
        }
    }

    static Stream<Arguments> impostors() throws Exception {
        var yesterday = Instant.now().minus(Duration.ofDays(1));
        return Stream.of(
                Arguments.of(
                        "somebody else's authority",
                        Https.certificate("ehis").addSanDnsName("localhost").buildIssuedBy(stranger)),
                Arguments.of(
                        "itself",
                        Https.certificate("ehis")
                                .addSanDnsName("localhost")
                                .setIsCertificateAuthority(true)
                                .buildSelfSigned()),
                Arguments.of(
                        "our authority, for another host",
                        Https.certificate("localhost")
                                .addSanDnsName("other.test")
                                .buildIssuedBy(authority)),
                Arguments.of(
                        "our authority, until yesterday",
                        Https.certificate("ehis")
                                .addSanDnsName("localhost")
                                .notBefore(yesterday.minus(Duration.ofDays(1)))
                                .notAfter(yesterday)
                                .buildIssuedBy(authority)));
    }

    @ParameterizedTest(name = "vouched for by {0}")
    @MethodSource("impostors")
    void anImpostorIsToldNothingAndRaisesAnAlarm(String name, X509Bundle certificate) {
        var ehis = new Vmms(Https.listening(PORT, certificate));
        var events = events();
        var unreachable = unreachable();
        try {
            isAnsweredVia("ASAN_BRIDGE", http);
            assertThat(ehis.calls()).isZero();
            assertThat(events()).isEqualTo(events + 1);
            assertThat(unreachable()).isEqualTo(unreachable + 1);
        } finally {
            ehis.stop();
        }
    }

    @Test
    void oneThatTakesOnlyOtherClientsThanUsIsPassedBy() throws Exception {
        var ehis = new Vmms(Https.listening(PORT, localhost(), stranger));
        try {
            isAnsweredVia("ASAN_BRIDGE", http);
            assertThat(ehis.calls()).isZero();
        } finally {
            ehis.stop();
        }
    }

    @Test
    void oneThatNeverShowsACertificateIsGivenUpSoonAndIsNoAlarm() throws Exception {
        var events = events();
        try (var _ = new ServerSocket(PORT, 50, InetAddress.getLoopbackAddress())) {
            var begun = System.nanoTime();
            isAnsweredVia("ASAN_BRIDGE", http);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(1_500));
            assertThat(events()).isEqualTo(events);
        }
    }
}
