package dev.qapi.gateway.tokens;

import dev.qapi.gateway.security.Lasting;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** A token is good until it expires. */
@Component
class TokenLasting implements Lasting {

    private final Clock clock;

    TokenLasting(Clock clock) {
        this.clock = clock;
    }

    static void until(@Nullable Instant end, ServerWebExchange exchange) {
        if (end != null) {
            exchange.getAttributes().put(TokenLasting.class.getName(), end);
        }
    }

    @Override
    public Mono<Boolean> lasts(ServerWebExchange exchange) {
        Instant end = exchange.getAttribute(TokenLasting.class.getName());
        return Mono.fromSupplier(() -> end == null || clock.instant().isBefore(end));
    }
}
