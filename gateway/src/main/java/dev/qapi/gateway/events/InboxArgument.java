package dev.qapi.gateway.events;

import dev.qapi.eservice.Inbox;
import dev.qapi.gateway.security.Presence;
import dev.qapi.gateway.security.Who;
import java.time.Clock;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.SyncHandlerMethodArgumentResolver;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Gives a route the {@link Inbox} of whoever calls; nothing that they send can make it another's. */
@Component
class InboxArgument implements SyncHandlerMethodArgumentResolver {

    private final Owners owners;
    private final EventStore store;
    private final Following following;
    private final Presence presence;
    private final EventsProperties properties;
    private final Clock clock;

    InboxArgument(
            Owners owners,
            EventStore store,
            Following following,
            Presence presence,
            EventsProperties properties,
            Clock clock) {
        this.owners = owners;
        this.store = store;
        this.following = following;
        this.presence = presence;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Inbox.class;
    }

    @Override
    public Object resolveArgumentValue(MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
        var owner = owners.of(Who.of(exchange));
        if (owner == null) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        exchange.getResponse().getHeaders().setCacheControl("no-store");
        return new CallersInbox(
                owner,
                store,
                following,
                () -> clock.instant().minus(properties.kept()),
                Mono.defer(() -> presence.lasts(exchange)));
    }
}
