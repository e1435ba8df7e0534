package dev.qapi.gateway.tokens;

import dev.qapi.eservice.Failure.Outage;
import dev.qapi.eservice.Failure.Unavailable;
import dev.qapi.eservice.Register;
import dev.qapi.gateway.keys.Decoders;
import dev.qapi.gateway.keys.KeysUnavailable;
import dev.qapi.gateway.problem.Refusal;
import dev.qapi.gateway.security.Credential;
import dev.qapi.gateway.security.Portal;
import dev.qapi.gateway.security.Who;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** A portal's access token (RFC 9068). Whoever sends {@code Authorization} is a portal or refused, never anonymous. */
final class TokenCredential implements Credential {

    private static final String INVALID = "00101";
    private static final String EXPIRED = "00103";
    private static final String BEARER = "Bearer realm=\"qapi\", error=\"invalid_token\"";
    private static final String DPOP = "DPoP realm=\"qapi\", error=\"invalid_token\", algs=\"ES256 PS256 RS256\"";
    private static final String NONCE = DPOP.replace("invalid_token", "use_dpop_nonce");

    private final ReactiveJwtDecoder decoder;
    private final Binding binding;

    TokenCredential(ReactiveJwtDecoder decoder, Binding binding) {
        this.decoder = decoder;
        this.binding = binding;
    }

    @Override
    public Mono<Who> of(ServerWebExchange exchange) {
        var given = exchange.getRequest().getHeaders().get(HttpHeaders.AUTHORIZATION);
        if (given == null) {
            return Mono.empty();
        }
        return Mono.fromCallable(() -> Presented.of(given))
                .flatMap(presented ->
                        decoder.decode(presented.token()).flatMap(token -> portal(presented, token, exchange)))
                .map(Who::of)
                .onErrorMap(error -> refusal(error, isProved(given.getFirst())));
    }

    private Mono<Portal> portal(Presented presented, Jwt token, ServerWebExchange exchange) {
        var portal = PortalClaims.of(token, exchange.getRequest().getHeaders());
        TokenLasting.until(token.getExpiresAt(), exchange);
        return binding.check(presented, token, portal.client(), exchange).thenReturn(portal);
    }

    private static boolean isProved(String given) {
        return given.regionMatches(true, 0, "DPoP ", 0, 5);
    }

    private static RuntimeException refusal(Throwable error, boolean proved) {
        return switch (error) {
            case KeysUnavailable _ -> new Unavailable(Register.MYGOV, Outage.DOWN, Unavailable.USUALLY, error);
            case NonceWanted _ -> new Refusal(INVALID, NONCE);
            case JwtValidationException invalid when isOnlyExpired(invalid) -> new Refusal(EXPIRED, challenge(proved));
            default -> new Refusal(INVALID, challenge(proved));
        };
    }

    private static boolean isOnlyExpired(JwtValidationException invalid) {
        return invalid.getErrors().stream().allMatch(Decoders.EXPIRED::equals);
    }

    private static String challenge(boolean proved) {
        return proved ? DPOP : BEARER;
    }
}
