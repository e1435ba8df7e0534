package dev.qapi.gateway.security;

import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** One way in which a caller may prove who they are; the first in order that is presented counts, and no other is tried. */
@FunctionalInterface
public interface Credential {

    /** Whom it proves; empty if nothing of this kind is presented; an error if it is and proves nothing. */
    Mono<Who> of(ServerWebExchange exchange);
}
