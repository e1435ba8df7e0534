package dev.qapi.gateway.login;

import dev.qapi.gateway.keys.Decoders;
import dev.qapi.gateway.keys.TokenRules;
import java.time.Clock;
import java.time.Duration;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/** Believes an ID token that myGov made for us just now (OpenID Connect Core 1.0, 3.1.3.7), and no other. */
final class IdTokens implements ReactiveJwtDecoder {

    private static final Duration SKEW = Duration.ofSeconds(30);

    private final ReactiveJwtDecoder genuine;
    private final OidcIdTokenValidator forUs;

    IdTokens(ClientRegistration myGov, MyGovProperties properties, Decoders decoders, Clock clock) {
        this.genuine = decoders.of(TokenRules.idToken(properties.keys(), properties.issued(), properties.clientId()));
        this.forUs = new OidcIdTokenValidator(myGov);
        forUs.setClock(clock);
        forUs.setClockSkew(SKEW);
    }

    @Override
    public Mono<Jwt> decode(String token) {
        return genuine.decode(token).flatMap(this::checked);
    }

    private Mono<Jwt> checked(Jwt token) {
        var result = forUs.validate(token);
        return result.hasErrors()
                ? Mono.error(new JwtValidationException("not for us", result.getErrors()))
                : Mono.just(token);
    }
}
