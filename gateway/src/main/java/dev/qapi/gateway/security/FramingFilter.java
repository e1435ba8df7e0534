package dev.qapi.gateway.security;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedException;
import org.springframework.security.web.server.firewall.StrictServerWebExchangeFirewall;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Refuses requests that two servers in a row could read in two ways (RFC 9112, sections 3.2, 6.1 and 6.3) and paths that
 * a rule and a router could. Netty refuses the rest: doubled lengths, length with chunks, blanks before colons.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class FramingFilter implements WebFilter {

    private static final Set<HttpMethod> BODILESS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final StrictServerWebExchangeFirewall firewall = new StrictServerWebExchangeFirewall();

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var ambiguity = ambiguity(exchange.getRequest());
        if (ambiguity != null) {
            exchange.getResponse().getHeaders().setConnection("close");
            return Mono.error(new ServerExchangeRejectedException(ambiguity));
        }
        return firewall.getFirewalledExchange(exchange)
                .doOnError(_ -> exchange.getResponse().getHeaders().setConnection("close"))
                .flatMap(chain::filter);
    }

    private static @Nullable String ambiguity(ServerHttpRequest request) {
        var headers = request.getHeaders();
        var hosts = headers.getOrEmpty(HttpHeaders.HOST);
        if (hosts.size() != 1 || hosts.getFirst().isBlank() || hosts.getFirst().indexOf(',') >= 0) {
            return "not exactly one Host";
        }
        var authority = request.getURI().getRawAuthority();
        if (authority != null && !authority.equalsIgnoreCase(hosts.getFirst())) {
            return "target and Host differ";
        }
        var codings = headers.getOrEmpty(HttpHeaders.TRANSFER_ENCODING);
        if (!codings.isEmpty() && !(codings.size() == 1 && codings.getFirst().equals("chunked"))) {
            return "a transfer coding other than chunked";
        }
        var hasBody = !codings.isEmpty() || headers.getContentLength() > 0;
        return hasBody && BODILESS.contains(request.getMethod()) ? "a body where none belongs" : null;
    }
}
