package dev.qapi.gateway.login;

import dev.qapi.gateway.security.Lasting;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** A login is good until its session is ended or forgotten; to wait is not to use it. */
@Component
class SessionLasting implements Lasting {

    private final Sessions sessions;

    SessionLasting(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Mono<Boolean> lasts(ServerWebExchange exchange) {
        var id = SessionCookie.value(exchange);
        return id == null || !SessionCookie.isPresented(exchange) ? Mono.just(true) : sessions.isThere(id);
    }
}
