package dev.qapi.gateway.tokens;

import static dev.qapi.gateway.support.People.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.oauth2.sdk.dpop.verifiers.DPoPIssuer;
import com.nimbusds.oauth2.sdk.dpop.verifiers.DPoPProofUse;
import com.nimbusds.oauth2.sdk.id.JWTID;
import dev.qapi.gateway.crypto.Pepper;
import dev.qapi.gateway.support.GatewayTest;
import dev.qapi.gateway.support.Issuer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.data.redis.connection.ReactiveRedisConnectionFactory;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.SslInfo;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Tokens that only their owner can use: whoever has stolen one has nothing. */
@GatewayTest
class ProofTests {

    private static final Issuer ISSUER = new Issuer();
    private static final String TRACK = "/api/v1/applications/track";

    @Autowired
    WebTestClient http;

    @Autowired
    Binding binding;

    @Autowired
    Pepper pepper;

    @Autowired
    ReactiveRedisConnectionFactory redis;

    @LocalServerPort
    int port;

    private final Proving owner = Proving.fresh();
    private final String token = owner.token(ISSUER);

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
                .untilAsserted(() -> assertThat(ask("DPoP " + token, owner.proof("POST", here(), token)))
                        .isEqualTo(200));
    }

    @AfterAll
    static void close() {
        ISSUER.close();
    }

    @Test
    void itsOwnerProvesItAnewWithEachRequest() {
        for (var i = 0; i < 3; i++) {
            assertThat(ask("DPoP " + token, owner.proof("POST", here(), token))).isEqualTo(200);
        }
    }

    @Test
    void aProofCountsOnce() {
        var proof = owner.proof("POST", here(), token);
        assertThat(ask("DPoP " + token, proof)).isEqualTo(200);
        assertThat(ask("DPoP " + token, proof)).isEqualTo(401);
    }

    @Test
    void aBoundTokenIsNoBearerToken() {
        assertThat(ask("Bearer " + token, null)).isEqualTo(401);
        assertThat(ask("Bearer " + token, owner.proof("POST", here(), token))).isEqualTo(401);
    }

    @Test
    void anUnboundTokenIsNotMadeBoundByAProof() {
        var unbound = ISSUER.token(_ -> {});
        assertThat(ask("DPoP " + unbound, owner.proof("POST", here(), unbound))).isEqualTo(401);
        assertThat(ask("DPoP " + unbound, null)).isEqualTo(401);
    }

    @Test
    void aProofIsForOneKeyMethodAddressTokenAndMoment() {
        var other = Proving.fresh();
        var now = System.currentTimeMillis();
        Stream.of(
                        other.proof("POST", here(), token),
                        owner.proof("GET", here(), token),
                        owner.proof("post", here(), token),
                        owner.proof("POST", here() + "/x", token),
                        owner.proof("POST", here().replace("localhost", "127.0.0.1"), token),
                        owner.proof("POST", here().replace("http:", "https:"), token),
                        owner.proof("POST", "http://evil.test" + TRACK, token),
                        owner.proof("POST", here(), null),
                        owner.proof("POST", here(), owner.token(ISSUER)),
                        owner.proof("POST", here(), token, new JWTID(), new Date(now - 150_000)),
                        owner.proof("POST", here(), token, new JWTID(), new Date(now + 90_000)),
                        token,
                        "x",
                        "x.y.z")
                .forEach(proof -> assertThat(ask("DPoP " + token, proof)).isEqualTo(401));
    }

    @Test
    void twoProofsAreNone() {
        assertThat(http.post()
                        .uri(TRACK)
                        .header("Authorization", "DPoP " + token)
                        .header("DPoP", owner.proof("POST", here(), token), owner.proof("POST", here(), token))
                        .exchange()
                        .expectBody()
                        .returnResult()
                        .getStatus()
                        .value())
                .isEqualTo(401);
    }

    @Test
    void whoeverHasNoProofIsToldWhichOneIsWanted() {
        http.post()
                .uri(TRACK)
                .header("Authorization", "DPoP " + token)
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .valueMatches("WWW-Authenticate", "DPoP .*algs=\"ES256 PS256 RS256\"");
    }

    @Test
    void aReplayIsKnownAtEveryGateway() {
        var one = new UsedProofs(redis, pepper);
        var other = new UsedProofs(redis, pepper);
        Awaitility.await().untilAsserted(() -> {
            var use = new DPoPProofUse(new DPoPIssuer("portal-x"), new JWTID(), 60);
            one.once(use).block();
            assertThatThrownBy(() -> other.once(use).block()).isInstanceOf(BadJwtException.class);
        });
    }

    @Test
    void whileRedisIsAwayEachGatewayKnowsItsOwn() {
        var away = new LettuceConnectionFactory("127.0.0.1", 1);
        away.afterPropertiesSet();
        away.start();
        var used = new UsedProofs(away, pepper);
        var use = new DPoPProofUse(new DPoPIssuer("portal-x"), new JWTID(), 60);
        used.once(use).block(Duration.ofSeconds(1));
        assertThatThrownBy(() -> used.once(use).block()).isInstanceOf(BadJwtException.class);
        away.destroy();
    }

    @Test
    void aTokenThatIsBoundToACertificateComesOverTheConnectionOfThatCertificate() {
        var certificates = certificates();
        var bound = bound(Map.of("x5t#S256", sha256(certificates.get(0))));
        var shown = new Presented(false, "x");
        binding.check(shown, bound, "x", over(certificates.get(0))).block();
        for (var other : Arrays.asList(certificates.get(1), null)) {
            assertThatThrownBy(
                            () -> binding.check(shown, bound, "x", over(other)).block())
                    .isInstanceOf(BadJwtException.class);
        }
        var both = bound(Map.of("x5t#S256", sha256(certificates.get(0)), "jkt", owner.thumbprint()));
        assertThatThrownBy(() -> binding.check(new Presented(true, "x"), both, "x", over(certificates.get(0)))
                        .block())
                .isInstanceOf(BadJwtException.class);
    }

    @Test
    void overTlsTheCertificateOfTheHandshakeIsWhatCounts(@Autowired ApplicationContext gateway, @TempDir Path folder)
            throws Exception {
        try (var entrance = new TlsEntrance(gateway, folder)) {
            var own = entrance.certificate("portal-x");
            var bound = ISSUER.token(claims -> claims.claim("cnf", Map.of("x5t#S256", sha256(own.getCertificate()))));
            var unbound = ISSUER.token(_ -> {});

            assertThat(entrance.ask(own, TRACK, bound, somebody()).statusCode()).isEqualTo(200);
            for (var other : Arrays.asList(entrance.certificate("portal-x"), null)) {
                assertThat(entrance.ask(other, TRACK, bound, somebody()).statusCode())
                        .isEqualTo(401);
                assertThat(entrance.ask(other, TRACK, unbound, somebody()).statusCode())
                        .isEqualTo(200);
            }
            assertThat(ask("Bearer " + bound, null)).as("without TLS").isEqualTo(401);
        }
    }

    private String here() {
        return "http://localhost:" + port + TRACK;
    }

    private int ask(String authorization, @Nullable String proof) {
        var request = http.post()
                .uri(TRACK)
                .contentType(MediaType.APPLICATION_JSON)
                .header("Authorization", authorization)
                .header("X-Purpose", "employment")
                .header("X-Case-Ref", "A-2026/17");
        return (proof == null ? request : request.header("DPoP", proof))
                .bodyValue(somebody())
                .exchange()
                .expectBody()
                .returnResult()
                .getStatus()
                .value();
    }

    private static Jwt bound(Map<String, String> cnf) {
        return Jwt.withTokenValue("x").header("alg", "RS256").claim("cnf", cnf).build();
    }

    private static MockServerWebExchange over(@Nullable X509Certificate certificate) {
        var request = MockServerHttpRequest.post("https://localhost/x");
        return MockServerWebExchange.from(
                certificate == null
                        ? request
                        : request.sslInfo(new SslInfo() {
                            @Override
                            public String getSessionId() {
                                return "1";
                            }

                            @Override
                            public X509Certificate[] getPeerCertificates() {
                                return new X509Certificate[] {certificate};
                            }
                        }));
    }

    private static String sha256(X509Certificate certificate) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Any that a Java has. */
    private static List<X509Certificate> certificates() {
        try {
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init((KeyStore) null);
            return List.of(((X509TrustManager) trust.getTrustManagers()[0]).getAcceptedIssuers());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
