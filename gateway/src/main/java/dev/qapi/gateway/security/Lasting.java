package dev.qapi.gateway.security;

import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Knows whether what a caller was known by when they came is good still, while their answer goes on. */
@FunctionalInterface
public interface Lasting {

    /** True too if it is nothing of this kind that they were known by. */
    Mono<Boolean> lasts(ServerWebExchange exchange);
}
