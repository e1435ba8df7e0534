package dev.qapi.gateway.login;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/** Tells pages who is logged in. Redis is asked at most once for a request, and never for one without a session cookie. */
@Component
public class Accounts {

    private final boolean offered;

    Accounts(@Value("${qapi.mygov.issuer:}") String issuer) {
        this.offered = !issuer.isEmpty();
    }

    /** Whether anybody can log in here: without a myGov nobody can. */
    public boolean areOffered() {
        return offered;
    }

    /**
     * Who it is; empty if nobody. Sessions that cannot be looked up just now are an error
     * ({@link dev.qapi.eservice.Failure.Unavailable} of the gateway): a page that is open to anybody turns it into nobody.
     */
    public Mono<Account> find(ServerWebExchange exchange) {
        return login(exchange).map(Login::account);
    }

    /** Who it is; 401 if nobody. */
    public Mono<Account> require(ServerWebExchange exchange) {
        return find(exchange).switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED)));
    }

    static Mono<Login> login(ServerWebExchange exchange) {
        return SessionCookie.isPresented(exchange)
                ? exchange.getSession().mapNotNull(session -> session.getAttribute(Contents.LOGIN))
                : Mono.empty();
    }

    static void remember(Login login, WebSession session) {
        session.getAttributes().put(Contents.LOGIN, login);
    }
}
