package dev.qapi.gateway.events;

import dev.qapi.gateway.security.Who;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.SyncHandlerMethodArgumentResolver;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

/** Gives a route what is whoever calls' own; nothing that they send can make it another's. Nobody's is refused (403). */
public abstract class OwnersArgument implements SyncHandlerMethodArgumentResolver {

    private final Class<?> type;
    private final Owners owners;

    /** @param type of the argument */
    protected OwnersArgument(Class<?> type, Owners owners) {
        this.type = type;
        this.owners = owners;
    }

    /** @param owner of events, a keyed hash */
    protected abstract Object of(String owner, ServerWebExchange exchange);

    @Override
    public final boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == type;
    }

    @Override
    public final Object resolveArgumentValue(
            MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
        var owner = owners.of(Who.of(exchange));
        if (owner == null) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        exchange.getResponse().getHeaders().setCacheControl("no-store");
        return of(owner, exchange);
    }
}
