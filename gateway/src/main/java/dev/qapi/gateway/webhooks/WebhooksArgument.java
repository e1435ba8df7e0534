package dev.qapi.gateway.webhooks;

import dev.qapi.eservice.Webhooks;
import dev.qapi.gateway.events.Owners;
import dev.qapi.gateway.security.Who;
import java.time.Clock;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.SyncHandlerMethodArgumentResolver;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

/** Gives a route the {@link Webhooks} of the portal that calls; nothing that it sends can make them another's. */
@Component
class WebhooksArgument implements SyncHandlerMethodArgumentResolver {

    private final Owners owners;
    private final WebhookStore store;
    private final DeliveryLog log;
    private final Desk desk;
    private final Clock clock;

    WebhooksArgument(Owners owners, WebhookStore store, DeliveryLog log, Desk desk, Clock clock) {
        this.owners = owners;
        this.store = store;
        this.log = log;
        this.desk = desk;
        this.clock = clock;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Webhooks.class;
    }

    @Override
    public Object resolveArgumentValue(MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
        var portal = Who.of(exchange).portal();
        if (portal == null) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return new PortalsWebhooks(owners.portal(portal.client()), store, log, desk, clock);
    }
}
