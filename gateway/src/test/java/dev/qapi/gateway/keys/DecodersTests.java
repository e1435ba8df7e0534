package dev.qapi.gateway.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import dev.qapi.gateway.support.Issuer;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.scheduler.Schedulers;

/** An issuer's keys, by a real socket, while time is ours. */
class DecodersTests {

    private static final Duration STALL = Duration.ofMillis(500);

    private final Issuer issuer = new Issuer();
    private final AtomicLong millis = new AtomicLong();
    private final PublicKeys keys = keys(Duration.ofHours(1));
    private final ReactiveJwtDecoder decoder = decoder(keys);

    @AfterEach
    void close() {
        keys.dispose();
        issuer.close();
    }

    @Test
    void tenThousandUnknownKeysCostTwoFetchesAndGoodTokensNothing() {
        var good = token();
        decode(good);
        var other = Issuer.newKey();
        IntStream.range(0, 10_000)
                .parallel()
                .mapToObj(i -> bad(new JWSHeader.Builder(JWSAlgorithm.RS256), "kid-" + i, other.toString()))
                .forEach(bad -> assertInvalid(() -> decode(bad)));
        decode(good);
        assertThat(issuer.fetches()).isLessThanOrEqualTo(2);
        forward(PublicKeys.INTERVAL.plusSeconds(1));
        assertInvalid(() -> decode(bad(new JWSHeader.Builder(JWSAlgorithm.RS256), "kid-x", "")));
        assertThat(issuer.fetches()).isEqualTo(3);
    }

    @Test
    void aNewKeyIsKnownAsSoonAsATokenNamesItAndAnOldOneDiesWithinFiveMinutes() {
        var old = token();
        decode(old);
        issuer.rotate();
        decode(old);
        forward(PublicKeys.LIFE);
        assertInvalid(() -> decode(old));
        decode(token());
    }

    @Test
    void aQuestionThatIsNotAskedMakesNoKeyYounger() {
        var old = token();
        decode(old);
        issuer.answerBy(exchange -> exchange.sendResponseHeaders(503, -1));
        forward(PublicKeys.LIFE);
        var unknown = bad(new JWSHeader.Builder(JWSAlgorithm.RS256), "nobody's", "");
        assertInvalid(() -> decode(unknown));
        assertInvalid(() -> decode(unknown));
        var asked = issuer.fetches();
        var later = PublicKeys.INTERVAL.minusSeconds(10);
        forward(later);
        assertInvalid(() -> decode(unknown));
        assertThat(issuer.fetches()).isEqualTo(asked);
        issuer.rotate();
        issuer.answerWell();
        forward(PublicKeys.LIFE.minus(later));
        assertInvalid(() -> decode(old));
    }

    @Test
    void whileItsIssuerIsDownAKnownKeyCountsForADayAndNoLonger() {
        var token = token();
        decode(token);
        issuer.answerBy(exchange -> exchange.sendResponseHeaders(503, -1));
        for (var hours = 1; hours < 24; hours++) {
            forward(Duration.ofHours(1));
            decode(token);
        }
        forward(Duration.ofHours(1));
        assertThatThrownBy(() -> decode(token)).isInstanceOf(KeysUnavailable.class);
        issuer.answerWell();
        forward(PublicKeys.INTERVAL);
        decode(token);
    }

    @ParameterizedTest
    @MethodSource
    void whatIsNoSetOfKeysIsAnOutage(Issuer.Answering bad) {
        issuer.answerBy(bad);
        var early = token();
        assertThat(timed(() -> assertThatThrownBy(() -> decode(early)).isInstanceOf(KeysUnavailable.class)))
                .isLessThan(STALL.plusMillis(100));
        forward(PublicKeys.INTERVAL.plusSeconds(1));
        issuer.answerWell();
        var token = token();
        decode(token);
        issuer.answerBy(bad);
        forward(PublicKeys.LIFE);
        decode(token);
    }

    static Stream<Issuer.Answering> whatIsNoSetOfKeysIsAnOutage() {
        return Stream.of(
                exchange -> say(exchange, 200, "<html>Sign in</html>"),
                exchange -> say(exchange, 200, "{\"keys\":"),
                exchange -> say(exchange, 200, "{}"),
                Issuer::flood,
                exchange -> say(exchange, 200, ""),
                exchange -> say(exchange, 404, "{\"keys\":[]}"),
                exchange -> {
                    exchange.getResponseHeaders().set("Location", "/elsewhere");
                    say(exchange, 302, "");
                },
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    drip(exchange);
                });
    }

    @Test
    void aStallCostsHalfASecondOnceAndNobodyWhoseKeyIsKnown() {
        var token = token();
        decode(token);
        issuer.stall();
        var unknown = bad(new JWSHeader.Builder(JWSAlgorithm.RS256), "nobody's", "");
        var waiting = decoder.decode(unknown).onErrorComplete().cache();
        waiting.subscribe();
        Awaitility.await().until(() -> issuer.fetches() == 2);
        assertThat(timed(() -> decode(token))).isLessThan(Duration.ofMillis(100));
        assertThat(timed(waiting::block)).isLessThan(STALL);
        forward(PublicKeys.LIFE);
        assertThat(timed(() -> decode(token))).isLessThan(STALL);
        assertThat(timed(() -> decode(token))).isLessThan(Duration.ofMillis(100));
    }

    @Test
    void theyAreFetchedAheadOfTime() {
        var early = keys(Duration.ofMillis(50));
        var ahead = decoder(early);
        ahead.decode(token()).block();
        forward(PublicKeys.INTERVAL.plusSeconds(1));
        Awaitility.await().until(() -> issuer.fetches() >= 2);
        early.dispose();
    }

    @Test
    void anAlgorithmThatDoesNotCountIsNoReasonToAskForKeys() {
        var fetched = issuer.fetches();
        assertInvalid(() -> decode(bad(new JWSHeader.Builder(JWSAlgorithm.HS256), "x", "")));
        assertInvalid(() -> decode(bad(new JWSHeader.Builder(JWSAlgorithm.RS512), "x", "")));
        assertThat(issuer.fetches()).isEqualTo(fetched);
    }

    private PublicKeys keys(Duration ahead) {
        return new PublicKeys(new KeyEndpoint(issuer.keys()), ahead, millis::get, Schedulers.boundedElastic());
    }

    private ReactiveJwtDecoder decoder(PublicKeys of) {
        var rules = TokenRules.accessToken(issuer.keys(), Issuer.NAME, Issuer.AUDIENCE);
        return Decoders.of(rules, of, Clock.systemUTC());
    }

    private void forward(Duration time) {
        millis.addAndGet(time.toMillis());
    }

    private String token() {
        return issuer.token(_ -> {});
    }

    private void decode(String token) {
        assertThat(decoder.decode(token).block(Duration.ofSeconds(5))).isNotNull();
    }

    private static void assertInvalid(ThrowingCallable decoding) {
        assertThatThrownBy(decoding).isInstanceOf(JwtException.class).isNotInstanceOf(KeysUnavailable.class);
    }

    /** Nobody's: signed by nobody. */
    private static String bad(JWSHeader.Builder header, String kid, String signature) {
        var named = header.keyID(kid).build().toBase64URL();
        return named + "." + Issuer.claims().build().toPayload().toBase64URL() + "."
                + com.nimbusds.jose.util.Base64URL.encode("-" + signature);
    }

    private static Duration timed(Runnable what) {
        var from = System.nanoTime();
        what.run();
        return Duration.ofNanos(System.nanoTime() - from);
    }

    private static void say(com.sun.net.httpserver.HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @SuppressWarnings("BusyWait")
    private static void drip(com.sun.net.httpserver.HttpExchange exchange) throws IOException {
        for (var i = 0; i < 100; i++) {
            exchange.getResponseBody().write(' ');
            exchange.getResponseBody().flush();
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
        }
    }
}
