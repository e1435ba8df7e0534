package dev.qapi.gateway.portal;

import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Style sheets and pictures are read out of jars, which blocks: they are served where that holds up nobody else. */
@Component
class StaticFiles implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var path = exchange.getRequest().getPath().value();
        var answer = chain.filter(exchange);
        return path.startsWith("/assets/") || path.startsWith("/webjars/")
                ? answer.subscribeOn(Schedulers.boundedElastic())
                : answer;
    }
}
