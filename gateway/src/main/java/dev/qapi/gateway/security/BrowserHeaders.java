package dev.qapi.gateway.security;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Forbids browsers whatever no page of ours needs: scripts within a page, frames, foreign resources, telling others where one was. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class BrowserHeaders implements WebFilter {

    private static final String PAGES = "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self';"
            + " img-src 'self' data:; font-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";
    /** The viewer of the API documentation is a script and styles itself. */
    private static final String DOCS = "default-src 'none'; script-src 'self'; connect-src 'self';"
            + " style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self';"
            + " frame-ancestors 'none'; base-uri 'none'";

    private final String pages;

    /** @param logout where the logout's form leads in the end: browsers hold its redirect against {@code form-action} too */
    BrowserHeaders(@Value("${qapi.mygov.end-session-uri:${qapi.mygov.issuer:}}") String logout) {
        this.pages = logout.isBlank() ? PAGES : PAGES + ' ' + origin(URI.create(logout));
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var headers = exchange.getResponse().getHeaders();
        var path = exchange.getRequest().getPath().value();
        headers.set("Content-Security-Policy", path.equals("/docs") ? DOCS : pages);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()");
        if ("https".equals(exchange.getRequest().getURI().getScheme())) {
            headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        return chain.filter(exchange);
    }
}
