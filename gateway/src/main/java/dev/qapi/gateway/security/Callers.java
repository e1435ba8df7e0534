package dev.qapi.gateway.security;

import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Finds out who is calling. */
@FunctionalInterface
public interface Callers {

    /** Who it is, {@link Who#ANONYMOUS} if nothing is proved; never empty. */
    Mono<Who> of(ServerWebExchange exchange);
}
