package dev.qapi.gateway.address;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Refuses whoever asks us by a name that is not ours (RFC 9110, 15.5.20): links and addresses are made of it, and a page of
 * a stranger may reach us by a name of their own that leads here. Management is asked by address, on its own port.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 7)
class HostFilter implements WebFilter {

    private final Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private final ApplicationContext front;

    HostFilter(AddressProperties properties, ApplicationContext front) {
        names.addAll(properties.names());
        this.front = front;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return isOurs(exchange.getRequest().getURI().getHost()) || exchange.getApplicationContext() != front
                ? chain.filter(exchange)
                : Mono.error(new ResponseStatusException(HttpStatus.MISDIRECTED_REQUEST));
    }

    private boolean isOurs(@Nullable String host) {
        return names.isEmpty() || host != null && names.contains(host);
    }
}
