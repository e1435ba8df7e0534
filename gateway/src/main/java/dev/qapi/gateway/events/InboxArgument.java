package dev.qapi.gateway.events;

import dev.qapi.eservice.Inbox;
import dev.qapi.gateway.security.Presence;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Gives a route the {@link Inbox} of whoever calls; nothing that they send can make it another's. */
@Component
class InboxArgument extends OwnersArgument {

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
        super(Inbox.class, owners);
        this.store = store;
        this.following = following;
        this.presence = presence;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    protected Object of(String owner, ServerWebExchange exchange) {
        return new CallersInbox(
                owner,
                store,
                following,
                () -> clock.instant().minus(properties.kept()),
                Mono.defer(() -> presence.lasts(exchange)));
    }
}
