package dev.qapi.gateway.registers;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/** Passes a caller's {@code Qapi-Fault} on to the simulated government, which fails as it says. In the sandbox only. */
@Component
@ConditionalOnBooleanProperty("qapi.sandbox")
class SandboxFault implements WebFilter {

    private static final String HEADER = "Qapi-Fault";
    private static final String HARMLESS = "[ -~]{1,200}";

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var fault = exchange.getRequest().getHeaders().getFirst(HEADER);
        return fault == null || !fault.matches(HARMLESS)
                ? chain.filter(exchange)
                : chain.filter(exchange).contextWrite(context -> context.put(SandboxFault.class, fault));
    }

    /** The call with the fault of the request that it is made for, if that has one. */
    static ClientRequest passedOn(ContextView context, ClientRequest call) {
        return context.<String>getOrEmpty(SandboxFault.class)
                .map(fault -> ClientRequest.from(call)
                        .headers(headers -> headers.set(HEADER, fault))
                        .build())
                .orElse(call);
    }
}
