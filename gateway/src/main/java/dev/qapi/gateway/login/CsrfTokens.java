package dev.qapi.gateway.login;

import dev.qapi.gateway.crypto.Pepper;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.security.web.server.csrf.DefaultCsrfToken;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** A session's token is a keyed hash of its cookie: nothing has to be stored, and a new cookie is a new token. */
@Component
class CsrfTokens implements ServerCsrfTokenRepository {

    private final Pepper pepper;

    CsrfTokens(Pepper pepper) {
        this.pepper = pepper;
    }

    @Override
    public Mono<CsrfToken> loadToken(ServerWebExchange exchange) {
        return Mono.justOrEmpty(SessionCookie.value(exchange)).map(this::token);
    }

    @Override
    public Mono<CsrfToken> generateToken(ServerWebExchange exchange) {
        return loadToken(exchange);
    }

    @Override
    public Mono<Void> saveToken(ServerWebExchange exchange, @Nullable CsrfToken token) {
        return Mono.empty();
    }

    private CsrfToken token(String cookie) {
        var value = pepper.slot("csrf", cookie.getBytes(StandardCharsets.UTF_8)).place();
        return new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", value);
    }
}
