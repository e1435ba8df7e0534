package dev.qapi.gateway.login;

import java.net.URI;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.ServerAuthenticationSuccessHandler;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Remembers who has logged in, in a session under a new id, and takes them where they wanted to go. */
final class Arrival implements ServerSecurityContextRepository, ServerAuthenticationSuccessHandler {

    private final Clock clock;
    private final LoginMeters meters;

    Arrival(Clock clock, LoginMeters meters) {
        this.clock = clock;
        this.meters = meters;
    }

    @Override
    public Mono<Void> save(ServerWebExchange exchange, @Nullable SecurityContext context) {
        var user = (OidcUser) Objects.requireNonNull(
                Objects.requireNonNull(Objects.requireNonNull(context).getAuthentication())
                        .getPrincipal());
        var login = Claims.read(user.getIdToken(), clock.instant());
        return exchange.getSession().flatMap(session -> {
            Accounts.remember(login, session);
            return session.changeSessionId();
        });
    }

    /** Nobody asks the library who is logged in. */
    @Override
    public Mono<SecurityContext> load(ServerWebExchange exchange) {
        return Mono.empty();
    }

    @Override
    public Mono<Void> onAuthenticationSuccess(WebFilterExchange filtered, Authentication login) {
        meters.completed();
        var exchange = filtered.getExchange();
        exchange.getResponse().setStatusCode(HttpStatus.SEE_OTHER);
        exchange.getResponse().getHeaders().setLocation(URI.create(Attempts.returnTo(exchange)));
        return exchange.getResponse().setComplete();
    }
}
