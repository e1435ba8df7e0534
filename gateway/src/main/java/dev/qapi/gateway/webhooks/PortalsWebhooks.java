package dev.qapi.gateway.webhooks;

import com.mongodb.MongoException;
import dev.qapi.eservice.Attempt;
import dev.qapi.eservice.Failure;
import dev.qapi.eservice.Failure.Outage;
import dev.qapi.eservice.Register;
import dev.qapi.eservice.Webhook;
import dev.qapi.eservice.WebhookAddress;
import dev.qapi.eservice.Webhooks;
import dev.qapi.gateway.events.EventLog;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** The webhooks of the portal that calls. */
record PortalsWebhooks(String owner, WebhookStore store, DeliveryLog log, Desk desk, Clock clock) implements Webhooks {

    @Override
    public Mono<Webhook> add(Attempt attempt, WebhookAddress address) {
        return known(desk.add(owner, attempt, address));
    }

    @Override
    public Mono<List<Webhook>> all() {
        return known(store.of(owner)).map(all -> all.stream().map(desk::told).toList());
    }

    @Override
    public Mono<Webhook> find(String id) {
        return one(store.find(owner, id)).map(desk::told);
    }

    @Override
    public Mono<Webhook> activate(String id) {
        return one(store.find(owner, id).flatMap(desk::activate)).map(desk::told);
    }

    @Override
    public Mono<Webhook> replay(String id, Instant since) {
        return one(store.rewind(owner, id, EventLog.placeBefore(since), clock.instant()))
                .map(desk::told);
    }

    @Override
    public Mono<Webhook> remove(String id) {
        return one(store.remove(owner, id)).map(desk::told);
    }

    @Override
    public Mono<List<Webhook.Delivery>> deliveries(String id) {
        return one(store.find(owner, id)).then(Mono.defer(() -> known(log.of(id))));
    }

    /** Somebody else's and nobody's are told alike. */
    private static <T> Mono<T> one(Mono<T> found) {
        return known(found).switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    private static <T> Mono<T> known(Mono<T> found) {
        return found.onErrorMap(MongoException.class, PortalsWebhooks::away);
    }

    private static Failure away(MongoException cause) {
        return new Failure.Unavailable(Register.GATEWAY, Outage.DOWN, Failure.Unavailable.USUALLY, cause);
    }
}
