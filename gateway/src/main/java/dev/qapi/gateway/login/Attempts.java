package dev.qapi.gateway.login;

import static org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames.REGISTRATION_ID;
import static org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames.STATE;
import static org.springframework.security.oauth2.core.endpoint.PkceParameterNames.CODE_VERIFIER;
import static org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames.NONCE;

import java.util.List;
import java.util.Objects;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.server.ServerAuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/** Keeps the login that has begun in the session: the last one only, and for one answer only. */
final class Attempts implements ServerAuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    private final ClientRegistration myGov;

    Attempts(ClientRegistration myGov) {
        this.myGov = myGov;
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> loadAuthorizationRequest(ServerWebExchange exchange) {
        return attempt(exchange).map(this::request);
    }

    @Override
    public Mono<Void> saveAuthorizationRequest(OAuth2AuthorizationRequest request, ServerWebExchange exchange) {
        var attempt = new Attempt(
                Objects.requireNonNull(request.getState()),
                Objects.requireNonNull(request.getAttribute(NONCE)),
                Objects.requireNonNull(request.getAttribute(CODE_VERIFIER)),
                Objects.requireNonNull(request.getRedirectUri()),
                ReturnPath.of(exchange));
        return exchange.getSession()
                .doOnNext(session -> session.getAttributes().put(Contents.ATTEMPT, attempt))
                .flatMap(WebSession::save);
    }

    /**
     * It is gone before anything is done with it; where the person wanted to go stays with the exchange. An answer to
     * something else leaves it alone, so that nobody can end another's login by a link.
     */
    @Override
    public Mono<OAuth2AuthorizationRequest> removeAuthorizationRequest(ServerWebExchange exchange) {
        var states = exchange.getRequest().getQueryParams().get(STATE);
        return attempt(exchange)
                .filter(it -> List.of(it.state()).equals(states))
                .flatMap(attempt -> {
                    exchange.getAttributes().put(Attempt.class.getName(), attempt);
                    return exchange.getSession()
                            .doOnNext(session -> session.getAttributes().remove(Contents.ATTEMPT))
                            .flatMap(WebSession::save)
                            .thenReturn(request(attempt));
                });
    }

    /** Where the person wanted to go who has just come back. */
    static String returnTo(ServerWebExchange exchange) {
        Attempt attempt = exchange.getRequiredAttribute(Attempt.class.getName());
        return attempt.returnTo();
    }

    private static Mono<Attempt> attempt(ServerWebExchange exchange) {
        return SessionCookie.isPresented(exchange)
                ? exchange.getSession().mapNotNull(session -> session.getAttribute(Contents.ATTEMPT))
                : Mono.empty();
    }

    private OAuth2AuthorizationRequest request(Attempt attempt) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(
                        Objects.requireNonNull(myGov.getProviderDetails().getAuthorizationUri()))
                .clientId(myGov.getClientId())
                .scopes(myGov.getScopes())
                .redirectUri(attempt.redirectUri())
                .state(attempt.state())
                .attributes(all -> {
                    all.put(REGISTRATION_ID, myGov.getRegistrationId());
                    all.put(NONCE, attempt.nonce());
                    all.put(CODE_VERIFIER, attempt.verifier());
                })
                .build();
    }
}
