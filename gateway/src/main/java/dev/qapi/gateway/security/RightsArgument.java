package dev.qapi.gateway.security;

import dev.qapi.eservice.Rights;
import org.springframework.core.MethodParameter;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.SyncHandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;

/** Gives a route the {@link Rights} of whoever calls it. */
final class RightsArgument implements SyncHandlerMethodArgumentResolver {

    private final Entrances entrances;

    RightsArgument(Entrances entrances) {
        this.entrances = entrances;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Rights.class;
    }

    @Override
    public Object resolveArgumentValue(MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
        return entrances.of(Who.of(exchange));
    }
}
