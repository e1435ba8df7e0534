package dev.qapi.gateway.login;

import dev.qapi.eservice.Failure.Unavailable;
import dev.qapi.gateway.security.Credential;
import dev.qapi.gateway.security.Guard;
import dev.qapi.gateway.security.Who;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * A person, or a company by one, by the session of their cookie. While sessions cannot be looked up, what is open to anybody
 * goes on for nobody in particular.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class SessionCredential implements Credential {

    @Override
    public Mono<Who> of(ServerWebExchange exchange) {
        return Accounts.login(exchange)
                .map(Login::who)
                .onErrorResume(Unavailable.class, away -> Guard.isOpen(exchange) ? Mono.empty() : Mono.error(away));
    }
}
