package dev.qapi.gateway.login;

import java.util.List;
import java.util.Objects;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizationCodeAuthenticationTokenConverter;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.web.server.authentication.ServerAuthenticationConverter;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Reads what myGov answered, once it is certain that myGov did: the library does not look at {@code iss} (RFC 9207). */
final class LoginReturn implements ServerAuthenticationConverter {

    private static final String ISSUER = "iss";

    private final String issuer;
    private final ServerOAuth2AuthorizationCodeAuthenticationTokenConverter answers;

    LoginReturn(ClientRegistration myGov, Attempts attempts) {
        this.issuer = Objects.requireNonNull(myGov.getProviderDetails().getIssuerUri());
        this.answers = new ServerOAuth2AuthorizationCodeAuthenticationTokenConverter(_ -> Mono.just(myGov));
        answers.setAuthorizationRequestRepository(attempts);
    }

    @Override
    public Mono<Authentication> convert(ServerWebExchange exchange) {
        return answers.convert(exchange)
                .onErrorMap(OAuth2AuthorizationException.class, e -> new OAuth2AuthenticationException(e.getError(), e))
                .onErrorMap(IllegalArgumentException.class, _ -> new OAuth2AuthenticationException("invalid_response"))
                .flatMap(answer -> isFromMyGov(exchange)
                        ? Mono.just(answer)
                        : Mono.error(new OAuth2AuthenticationException("invalid_issuer")));
    }

    private boolean isFromMyGov(ServerWebExchange exchange) {
        return List.of(issuer).equals(exchange.getRequest().getQueryParams().get(ISSUER));
    }
}
