package dev.qapi.gateway.login;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.reactive.result.view.CsrfRequestDataValueProcessor;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.security.web.server.csrf.CsrfWebFilter;
import org.springframework.security.web.server.csrf.XorServerCsrfTokenRequestAttributeHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Lets nobody act by a session's cookie who has not seen a page of that session. Forms of pages ({@code th:action}) get
 * their token by themselves; a page with one is for nobody else to keep. Without a session cookie nothing happens here.
 */
@Component
@Order(-100)
class CsrfFilter implements WebFilter {

    private final CsrfWebFilter filter = new CsrfWebFilter();
    private final CsrfTokens tokens;
    private final TokenOfAFormWithFiles handler;

    CsrfFilter(CsrfTokens tokens) {
        var masked = new XorServerCsrfTokenRequestAttributeHandler();
        masked.setSecureRandom(SeededRandom.source());
        this.tokens = tokens;
        this.handler = new TokenOfAFormWithFiles(masked);
        filter.setCsrfTokenRepository(tokens);
        filter.setRequestHandler(handler);
        filter.setAccessDeniedHandler((exchange, denied) -> refused(exchange).then(Mono.error(denied)));
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return SessionCookie.isPresented(exchange)
                ? filter.filter(exchange, admitted -> offerToken(admitted).then(chain.filter(admitted)))
                : chain.filter(exchange);
    }

    /** The page that says so has a form again, with the token of the login that there is now. */
    private Mono<Void> refused(ServerWebExchange exchange) {
        handler.handle(exchange, tokens.loadToken(exchange));
        return offerToken(exchange);
    }

    private static Mono<Void> offerToken(ServerWebExchange exchange) {
        var path = exchange.getRequest().getPath().value();
        if (path.startsWith("/api/") || path.startsWith("/assets/") || path.startsWith("/webjars/")) {
            return Mono.empty();
        }
        exchange.getResponse().getHeaders().set(HttpHeaders.CACHE_CONTROL, "no-store");
        Mono<CsrfToken> token = exchange.getRequiredAttribute(CsrfToken.class.getName());
        return token.doOnNext(
                        it -> exchange.getAttributes().put(CsrfRequestDataValueProcessor.DEFAULT_CSRF_ATTR_NAME, it))
                .then();
    }
}
