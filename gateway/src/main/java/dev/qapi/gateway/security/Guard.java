package dev.qapi.gateway.security;

import dev.qapi.eservice.AllowedTo;
import dev.qapi.eservice.Caller;
import java.util.Arrays;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.HandlerResult;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Stands where a method is called, so that no path leads around it: only whom its policy names gets past. */
final class Guard extends RequestMappingHandlerAdapter {

    private final Callers callers;

    Guard(Callers callers) {
        this.callers = callers;
    }

    @Override
    public Mono<HandlerResult> handle(ServerWebExchange exchange, Object handler) {
        var policy = ((HandlerMethod) handler).getMethodAnnotation(AllowedTo.class);
        return policy == null // a page; an e-service without a policy does not start
                ? super.handle(exchange, handler)
                : callers.of(exchange).flatMap(who -> {
                    exchange.getAttributes().put(Who.class.getName(), who);
                    return isWelcome(who, policy)
                            ? super.handle(exchange, handler)
                            : Mono.error(new ResponseStatusException(
                                    who.kind() == Caller.ANONYMOUS ? HttpStatus.UNAUTHORIZED : HttpStatus.FORBIDDEN));
                });
    }

    /** What is open to anybody is open to those whom we know. */
    private static boolean isWelcome(Who who, AllowedTo policy) {
        var allowed = Arrays.asList(policy.value());
        return allowed.contains(Caller.ANONYMOUS) || allowed.contains(who.kind());
    }
}
