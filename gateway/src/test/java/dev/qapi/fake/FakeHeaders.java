package dev.qapi.fake;

import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** The content security policy that the gateway sends, so that a browser shows what it would refuse. */
@Component
class FakeHeaders implements WebFilter {

    private static final String PAGES = "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self';"
            + " form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
    private static final String DOCS = "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
            + " font-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none';"
            + " base-uri 'none'";

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var docs = exchange.getRequest().getPath().value().equals("/docs");
        exchange.getResponse().getHeaders().set("Content-Security-Policy", docs ? DOCS : PAGES);
        return chain.filter(exchange);
    }
}
