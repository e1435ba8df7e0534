package dev.qapi.gateway.server;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Leaves without anybody noticing. At first this gateway only says that it is not ready, and with each answer that its
 * connection ends ({@code Connection: close}, RFC 9112, 9.6), and goes on answering: whoever distributes requests hears of it
 * late, and would send one more over a connection that is just being closed. Only then anything is stopped, the management
 * first and the server as soon as the answers that are under way are given.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Drain implements WebFilter, ApplicationListener<ContextClosedEvent> {

    private static final Duration USUALLY = Duration.ofSeconds(5);

    private final ApplicationContext gateway;
    private final Duration drain;
    private volatile boolean leaving;

    Drain(ServerLimits limits, @Value("${qapi.sandbox:false}") boolean sandbox, ApplicationContext gateway) {
        this.gateway = gateway;
        this.drain = Objects.requireNonNullElse(limits.drain(), sandbox ? Duration.ZERO : USUALLY);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var response = exchange.getResponse();
        response.beforeCommit(() -> Mono.fromRunnable(() -> {
            if (leaving) {
                response.getHeaders().setConnection("close");
            }
        }));
        return chain.filter(exchange);
    }

    /** On the thread that stops the gateway, which has nothing else to do. That it is not ready Boot has said before. */
    @Override
    public void onApplicationEvent(ContextClosedEvent closed) {
        if (closed.getApplicationContext() == gateway) {
            leaving = true;
            new CompletableFuture<Void>()
                    .completeOnTimeout(null, drain.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        }
    }
}
