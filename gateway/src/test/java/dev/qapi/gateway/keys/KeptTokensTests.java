package dev.qapi.gateway.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWKSet;
import dev.qapi.gateway.support.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import reactor.core.publisher.Mono;

/** What is kept of tokens that were found good, and when it counts no longer. */
class KeptTokensTests {

    private static final Duration LIFE = Duration.ofMinutes(10);

    private final AtomicInteger verified = new AtomicInteger();
    private final MovableClock clock = new MovableClock();
    private final AtomicReference<@Nullable JWKSet> keys = new AtomicReference<>(new JWKSet());
    private final KeptTokens tokens = new KeptTokens(this::verify, keys::get, new Lifetime(clock));

    @Test
    void aGoodTokenIsVerifiedOnceAndAnotherByItself() {
        decode("one");
        assertThat(decode("one").getSubject()).isEqualTo("one");
        assertThat(decode("two").getSubject()).isEqualTo("two");
        assertThat(verified).hasValue(2);
    }

    @Test
    void oneThatIsNoGoodIsNeverKept() {
        assertBad("bad");
        assertBad("bad");
        assertThat(verified).hasValue(2);
    }

    @Test
    void whenItsIssuerHasBeenAskedAnewItIsVerifiedByWhatIsThenSaid() {
        decode("one");
        keys.set(new JWKSet());
        decode("one");
        assertThat(verified).hasValue(2);
    }

    @Test
    void whileNoKeyCountsNothingIsTakenOnTrust() {
        decode("one");
        keys.set(null);
        decode("one");
        decode("one");
        assertThat(verified).hasValue(3);
    }

    @Test
    void oneThatHasEndedIsLookedAtAgain() {
        decode("one");
        clock.goOn(LIFE.plusSeconds(31));
        decode("one");
        assertThat(verified).hasValue(2);
    }

    private Jwt decode(String token) {
        return Objects.requireNonNull(tokens.decode(token).block());
    }

    private void assertBad(String token) {
        assertThatThrownBy(() -> decode(token)).isInstanceOf(BadJwtException.class);
    }

    private Mono<Jwt> verify(String token) {
        verified.incrementAndGet();
        return token.equals("bad")
                ? Mono.error(new BadJwtException("bad"))
                : Mono.just(Jwt.withTokenValue(token)
                        .header("alg", "RS256")
                        .subject(token)
                        .issuedAt(Instant.now())
                        .expiresAt(Instant.now().plus(LIFE))
                        .build());
    }
}
