package dev.qapi.gateway.language;

import java.time.Duration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Says in which language an answer is and what that depended on, and remembers what the reader chose. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class SpokenLanguage implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var path = exchange.getRequest().getPath().value();
        if (path.startsWith("/assets/") || path.startsWith("/webjars/")) {
            return chain.filter(exchange);
        }
        var headers = exchange.getResponse().getHeaders();
        headers.setContentLanguage(exchange.getLocaleContext().getLocale());
        headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        if (!ReaderLanguage.isApi(exchange)) {
            headers.add(HttpHeaders.VARY, HttpHeaders.COOKIE);
            ReaderLanguage.chosen(exchange).ifPresent(language -> remember(exchange, language));
        }
        return chain.filter(exchange);
    }

    private static void remember(ServerWebExchange exchange, Language language) {
        var https = "https".equals(exchange.getRequest().getURI().getScheme());
        exchange.getResponse()
                .addCookie(ResponseCookie.from(ReaderLanguage.LANG, language.tag())
                        .path("/")
                        .maxAge(Duration.ofDays(365))
                        .httpOnly(true)
                        .secure(https)
                        .sameSite("Lax")
                        .build());
    }
}
