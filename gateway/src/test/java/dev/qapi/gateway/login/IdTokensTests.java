package dev.qapi.gateway.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import dev.qapi.gateway.keys.Decoders;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.security.oauth2.jwt.JwtException;

/** Whatever is not a token that myGov made for us just now logs nobody in. */
@ExtendWith(SharedPlace.class)
class IdTokensTests {

    private static final RSAKey KEY = key();
    private static final RSAKey FORGED = key();

    private final LoginPlace place;
    private final HttpServer myGov;
    private final IdTokens tokens;
    private final String issuer;

    IdTokensTests(LoginPlace place) throws IOException {
        this.place = place;
        myGov = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer = "http://localhost:" + myGov.getAddress().getPort();
        var properties = new MyGovProperties(
                URI.create(issuer), "us", "secret", null, null, null, null, null, Duration.ofSeconds(2));
        tokens = new IdTokens(
                MyGov.registration(properties), properties, place.gateway().bean(Decoders.class), Clock.systemUTC());
    }

    @BeforeEach
    void start() {
        var keys = new JWKSet(KEY.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        myGov.createContext("/oauth2/jwks", exchange -> {
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        myGov.start();
    }

    @AfterEach
    void stop() {
        myGov.stop(0);
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("one").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private JWTClaimsSet.Builder claims() {
        var now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience("us")
                .subject("somebody")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)));
    }

    private String token(Consumer<JWTClaimsSet.Builder> change) {
        return token(change, it -> {}, KEY);
    }

    private String token(Consumer<JWTClaimsSet.Builder> change, Consumer<JWSHeader.Builder> header, RSAKey key) {
        var claims = claims();
        change.accept(claims);
        var head = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one");
        header.accept(head);
        return signed(head.build(), claims.build(), key);
    }

    private static String signed(JWSHeader header, JWTClaimsSet claims, RSAKey key) {
        try {
            var token = new SignedJWT(header, claims);
            token.sign(
                    header.getAlgorithm().equals(JWSAlgorithm.HS256)
                            ? new MACSigner(key.toRSAPublicKey().getEncoded())
                            : new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Date in(long seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }

    @Test
    void whatMyGovSaysIsBelievedWithinHalfAMinute() {
        for (var good : List.of(
                token(it -> {}),
                token(it -> it.issueTime(in(-300)).expirationTime(in(-20))),
                token(it -> it.issueTime(in(20))),
                token(it -> it.audience(List.of("us", "them")).claim("azp", "us")),
                token(it -> {}, it -> it.type(JOSEObjectType.JWT), KEY))) {
            assertThat(tokens.decode(good).blockOptional().orElseThrow().getSubject())
                    .isEqualTo("somebody");
        }
    }

    @Test
    void nothingElseIs() {
        assertThat(tokens.decode(token(it -> {})).blockOptional()).isPresent();
        var bad = new LinkedHashMap<String, String>();
        bad.put("unsigned", new PlainJWT(claims().build()).serialize());
        bad.put("stripped of its signature", token(it -> {}).replaceAll("\\.[^.]+$", "."));
        bad.put(
                "signed with the public key as a secret",
                signed(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("one").build(), claims().build(), KEY));
        bad.put("signed by another", token(it -> {}, it -> {}, FORGED));
        bad.put(
                "brings its own key",
                token(it -> {}, it -> it.jwk(FORGED.toPublicJWK()).keyID(null), FORGED));
        bad.put("names an unknown key", token(it -> {}, it -> it.keyID("two"), KEY));
        bad.put(
                "another algorithm",
                signed(new JWSHeader.Builder(JWSAlgorithm.RS384).keyID("one").build(), claims().build(), KEY));
        bad.put("an access token", token(it -> {}, it -> it.type(new JOSEObjectType("at+jwt")), KEY));
        bad.put("a logout token", token(it -> {}, it -> it.type(new JOSEObjectType("logout+jwt")), KEY));
        bad.put("another issuer", token(it -> it.issuer("http://evil.example")));
        bad.put("the issuer but for a slash", token(it -> it.issuer(issuer + "/")));
        bad.put("no issuer", token(it -> it.issuer(null)));
        bad.put("for another", token(it -> it.audience("them")));
        bad.put("for nobody", token(it -> it.audience((String) null)));
        bad.put("for several and asked for by nobody", token(it -> it.audience(List.of("us", "them"))));
        bad.put("asked for by another", token(it -> it.claim("azp", "them")));
        bad.put("over", token(it -> it.issueTime(in(-300)).expirationTime(in(-45))));
        bad.put("without an end", token(it -> it.expirationTime(null)));
        bad.put("of the future", token(it -> it.issueTime(in(45))));
        bad.put("of no time", token(it -> it.issueTime(null)));
        bad.put("not yet", token(it -> it.notBeforeTime(in(300))));
        bad.put("about nobody", token(it -> it.subject(null)));
        bad.put("changed", changed(token(it -> {})));
        Map.of("nothing", "", "dots", "..", "words", "a.b.c", "five parts", "a.b.c.d.e")
                .forEach(bad::put);

        bad.forEach((why, token) -> assertThatExceptionOfType(JwtException.class)
                .as(why)
                .isThrownBy(() -> tokens.decode(token).block()));
    }

    private String changed(String token) {
        var parts = token.split("\\.");
        var other = token(it -> it.subject("somebody else")).split("\\.");
        return parts[0] + '.' + other[1] + '.' + parts[2];
    }

    @Test
    void whenTheKeysCannotBeHadMyGovIsAwayAndNobodyALiar() {
        myGov.stop(0);

        assertThatExceptionOfType(JwtException.class)
                .isThrownBy(() -> tokens.decode(token(it -> {})).block())
                .withMessage("the issuer's keys cannot be had");
    }
}
