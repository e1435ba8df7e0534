package dev.qapi.gateway.security;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedException;
import org.springframework.security.web.server.firewall.StrictServerWebExchangeFirewall;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Refuses requests that two servers in a row could read in two ways ({@link Framing}) and paths that a rule and a router
 * could. Netty refuses the rest: doubled lengths, length with chunks, blanks before colons.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 6)
class FramingFilter implements WebFilter {

    private final StrictServerWebExchangeFirewall firewall = new StrictServerWebExchangeFirewall();

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var ambiguity = Framing.ambiguity(exchange.getRequest());
        if (ambiguity != null) {
            exchange.getResponse().getHeaders().setConnection("close");
            return Mono.error(new ServerExchangeRejectedException(ambiguity));
        }
        return firewall.getFirewalledExchange(exchange)
                .doOnError(_ -> exchange.getResponse().getHeaders().setConnection("close"))
                .flatMap(chain::filter);
    }
}
