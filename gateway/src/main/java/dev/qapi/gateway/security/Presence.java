package dev.qapi.gateway.security;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Whether whoever called may go on: an answer that takes an hour is not to outlive the login. */
@Component
public class Presence {

    private final List<Lasting> ways;

    Presence(List<Lasting> ways) {
        this.ways = ways;
    }

    /** Asked as often as one wants to know; an error if it cannot be found out. */
    public Mono<Boolean> lasts(ServerWebExchange exchange) {
        return Flux.fromIterable(ways).concatMap(way -> way.lasts(exchange)).all(lasts -> lasts);
    }
}
