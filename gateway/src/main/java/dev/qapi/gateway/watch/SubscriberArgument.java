package dev.qapi.gateway.watch;

import dev.qapi.eservice.Subscriber;
import dev.qapi.gateway.events.Owners;
import dev.qapi.gateway.security.Who;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.SyncHandlerMethodArgumentResolver;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

/** Gives a route the {@link Subscriber} that calls, who hears as the owner of events; nothing that they send can make it another. */
@Component
class SubscriberArgument implements SyncHandlerMethodArgumentResolver {

    private final Owners owners;
    private final WatchProperties properties;

    SubscriberArgument(Owners owners, WatchProperties properties) {
        this.owners = owners;
        this.properties = properties;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Subscriber.class;
    }

    @Override
    public Object resolveArgumentValue(MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
        var who = Who.of(exchange);
        var owner = owners.of(who);
        if (owner == null) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        exchange.getResponse().getHeaders().setCacheControl("no-store");
        return new Subscriber(owner, who.portal() == null ? properties.each() : properties.portal());
    }
}
