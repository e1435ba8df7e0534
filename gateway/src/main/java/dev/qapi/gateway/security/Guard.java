package dev.qapi.gateway.security;

import dev.qapi.eservice.AllowedTo;
import dev.qapi.eservice.Caller;
import java.util.Arrays;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Asked where a method is about to be called, so that no path leads around it: only whom its policy names gets past. */
@Component
public class Guard {

    private final Callers callers;

    Guard(Callers callers) {
        this.callers = callers;
    }

    /** Completes for whom the route is for, and remembers who that is; 401 for strangers, 403 for others. */
    public Mono<Void> admit(ServerWebExchange exchange, HandlerMethod route) {
        var policy = route.getMethodAnnotation(AllowedTo.class);
        return policy == null // a page; an e-service without a policy does not start
                ? Mono.empty()
                : callers.of(exchange).flatMap(who -> {
                    exchange.getAttributes().put(Who.class.getName(), who);
                    if (!isWelcome(who, policy)) {
                        return Mono.error(refusal(who));
                    }
                    return who.portal() == null ? Mono.empty() : PortalRights.check(who.portal(), route);
                });
    }

    /** Whether anybody may call the route that this exchange has come to. */
    public static boolean isOpen(ServerWebExchange exchange) {
        var policy =
                exchange.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod route
                        ? route.getMethodAnnotation(AllowedTo.class)
                        : null;
        return policy != null && isWelcome(Who.ANONYMOUS, policy);
    }

    /** What is open to anybody is open to those whom we know. */
    static boolean isWelcome(Who who, AllowedTo policy) {
        var allowed = Arrays.asList(policy.value());
        return allowed.contains(Caller.ANONYMOUS) || allowed.contains(who.kind());
    }

    private static ResponseStatusException refusal(Who who) {
        return new ResponseStatusException(
                who.kind() == Caller.ANONYMOUS ? HttpStatus.UNAUTHORIZED : HttpStatus.FORBIDDEN);
    }
}
