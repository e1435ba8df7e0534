package dev.qapi.gateway.watch;

import dev.qapi.eservice.Subscriber;
import dev.qapi.gateway.events.Owners;
import dev.qapi.gateway.events.OwnersArgument;
import dev.qapi.gateway.security.Who;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/** Gives a route the {@link Subscriber} that calls, who hears as the owner of events; nothing that they send can make it another. */
@Component
class SubscriberArgument extends OwnersArgument {

    private final WatchProperties properties;

    SubscriberArgument(Owners owners, WatchProperties properties) {
        super(Subscriber.class, owners);
        this.properties = properties;
    }

    @Override
    protected Object of(String owner, ServerWebExchange exchange) {
        var isPortal = Who.of(exchange).portal() != null;
        return new Subscriber(owner, isPortal ? properties.portal() : properties.each());
    }
}
