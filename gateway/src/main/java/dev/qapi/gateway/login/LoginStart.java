package dev.qapi.gateway.login;

import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.server.DefaultServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** {@code GET /login}: off to myGov, which is asked to speak the reader's language. */
final class LoginStart implements ServerOAuth2AuthorizationRequestResolver {

    static final String PATH = "/login";

    private final String registrationId;
    private final DefaultServerOAuth2AuthorizationRequestResolver requests;

    LoginStart(ClientRegistration myGov) {
        this.registrationId = myGov.getRegistrationId();
        this.requests = new DefaultServerOAuth2AuthorizationRequestResolver(_ -> Mono.just(myGov));
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> resolve(ServerWebExchange exchange) {
        return exchange.getRequest().getPath().value().equals(PATH) ? resolve(exchange, registrationId) : Mono.empty();
    }

    /** The library's random numbers come from a device, which blocks. */
    @Override
    public Mono<OAuth2AuthorizationRequest> resolve(ServerWebExchange exchange, String id) {
        return requests.resolve(exchange, id)
                .map(request -> OAuth2AuthorizationRequest.from(request)
                        .additionalParameters(all -> all.put("ui_locales", language(exchange)))
                        .build())
                .subscribeOn(Schedulers.boundedElastic());
    }

    private static String language(ServerWebExchange exchange) {
        var locale = exchange.getLocaleContext().getLocale();
        return locale == null ? "az" : locale.toLanguageTag();
    }
}
