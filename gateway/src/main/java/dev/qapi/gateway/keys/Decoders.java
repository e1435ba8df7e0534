package dev.qapi.gateway.keys;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.proc.JWKSecurityContext;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Makes decoders of tokens; those of one issuer share its keys, and so the number of times that it is asked for them. */
@Component
public class Decoders implements DisposableBean {

    /** The error of a token that is good in every way but that it is over. */
    public static final OAuth2Error EXPIRED = new OAuth2Error("expired_token");

    private static final Duration AHEAD = Duration.ofMinutes(2);

    private final Clock clock;
    private final LongSupplier millis;
    private final Map<URI, PublicKeys> issuers = new ConcurrentHashMap<>();

    /** @param clock by which tokens are made and end */
    public Decoders(Clock clock) {
        var start = System.nanoTime();
        this.clock = clock;
        this.millis = () -> (System.nanoTime() - start) / 1_000_000;
    }

    /**
     * One that believes what keeps the rules and nothing else. A {@link KeysUnavailable} of it says that nobody can tell now, any other
     * {@link org.springframework.security.oauth2.jwt.JwtException} that the token is no good.
     */
    public ReactiveJwtDecoder of(TokenRules rules) {
        var keys = issuers.computeIfAbsent(rules.keys(), this::keys);
        return of(rules, keys, clock);
    }

    static ReactiveJwtDecoder of(TokenRules rules, PublicKeys keys, Clock clock) {
        var selector = new JWSVerificationKeySelector<JWKSecurityContext>(
                rules.algorithms(), (wanted, context) -> wanted.select(new JWKSet(context.getKeys())));
        var decoder = NimbusReactiveJwtDecoder.withJwkSource(token -> candidates(token, rules, keys))
                .validateType(false) // the validator below knows which type it has to be
                .jwtProcessorCustomizer(processor -> processor.setJWSKeySelector(selector))
                .build();
        var lifetime = new Lifetime(clock);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtIssuerValidator(rules.issuer()),
                new JwtAudienceValidator(rules.audience()),
                type(rules),
                lifetime));
        return new KeptTokens(
                token -> decoded(token, rules, decoder).onErrorMap(IllegalStateException.class, Decoders::unwrapped),
                keys::counting,
                lifetime);
    }

    private static Mono<Jwt> decoded(String token, TokenRules rules, ReactiveJwtDecoder decoder) {
        rules.shape().accept(token);
        return decoder.decode(token);
    }

    /** The library takes whatever befalls keys for a fault of the program. */
    private static Throwable unwrapped(IllegalStateException e) {
        return e.getCause() instanceof KeysUnavailable gone ? gone : e;
    }

    /** What is signed in a way that does not count is not worth a question to its issuer. */
    private static Flux<JWK> candidates(SignedJWT token, TokenRules rules, PublicKeys keys) {
        return rules.algorithms().contains(token.getHeader().getAlgorithm())
                ? keys.of(token.getHeader())
                : Flux.empty();
    }

    private static JwtTypeValidator type(TokenRules rules) {
        return rules.types().isEmpty() ? JwtTypeValidator.jwt() : new JwtTypeValidator(rules.types());
    }

    private PublicKeys keys(URI address) {
        var keys = new PublicKeys(new KeyEndpoint(address), AHEAD, millis, Schedulers.boundedElastic());
        keys.warm();
        return keys;
    }

    @Override
    public void destroy() {
        issuers.values().forEach(PublicKeys::dispose);
    }
}
