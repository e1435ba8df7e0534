package dev.qapi.gateway.webhooks;

import dev.qapi.eservice.Attempt;
import dev.qapi.eservice.Webhook;
import dev.qapi.eservice.Webhook.State;
import dev.qapi.eservice.WebhookAddress;
import dev.qapi.gateway.crypto.Nonce;
import dev.qapi.gateway.events.EventLog;
import dev.qapi.gateway.problem.MalformedFields;
import dev.qapi.gateway.problem.MalformedFields.Field;
import dev.qapi.gateway.problem.Refusal;
import dev.qapi.identifier.Malformed.Rule;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Where portals add webhooks and have them activated. */
@Component
class Desk {

    private static final String KEY_USED = "00016";
    private static final String TOO_MANY = "00018";
    private static final String NOT_REPEATED = "00019";

    private final WebhookStore store;
    private final WebhookNames names;
    private final EventLog events;
    private final Courier courier;
    private final DeliveryLog deliveries;
    private final WebhooksProperties properties;
    private final Clock clock;

    Desk(
            WebhookStore store,
            WebhookNames names,
            EventLog events,
            Courier courier,
            DeliveryLog deliveries,
            WebhooksProperties properties,
            Clock clock) {
        this.store = store;
        this.names = names;
        this.events = events;
        this.courier = courier;
        this.deliveries = deliveries;
        this.properties = properties;
        this.clock = clock;
    }

    Webhook told(StoredWebhook it) {
        return new Webhook(it.id(), names.address(it), it.state(), it.since(), it.failures(), null);
    }

    private Webhook toldWithSecret(StoredWebhook it) {
        var secret = names.secretText(it.id());
        return new Webhook(it.id(), names.address(it), it.state(), it.since(), it.failures(), secret);
    }

    /** Its events begin now. */
    Mono<Webhook> add(String owner, Attempt attempt, WebhookAddress address) {
        if (!"https".equals(address.uri().getScheme()) && !properties.loopback()) {
            return Mono.error(new MalformedFields(List.of(new Field("/address", Rule.ADDRESS))));
        }
        var id = names.id(owner, attempt);
        return store.find(owner, id)
                .map(first -> again(first, address, attempt))
                .switchIfEmpty(Mono.defer(() -> added(owner, id, address, attempt)))
                .map(this::toldWithSecret);
    }

    private Mono<StoredWebhook> added(String owner, String id, WebhookAddress address, Attempt attempt) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return store.of(owner)
                .filter(all -> all.size() < properties.each())
                .switchIfEmpty(Mono.error(() -> new Refusal(TOO_MANY)))
                .then(events.last(owner))
                .map(last -> new StoredWebhook(
                        id, owner, names.sealed(id, address), now, State.PENDING, now, last, 0, null, null))
                .flatMap(store::insert)
                .switchIfEmpty(Mono.defer(() -> store.find(owner, id)).map(first -> again(first, address, attempt)));
    }

    private StoredWebhook again(StoredWebhook first, WebhookAddress address, Attempt attempt) {
        if (!names.address(first).equals(address)) {
            throw new Refusal(KEY_USED);
        }
        attempt.replayed().run();
        return first;
    }

    /** Whoever cannot repeat what is sent there has no say over the address. */
    Mono<StoredWebhook> activate(StoredWebhook webhook) {
        var word = Nonce.next();
        var message = Message.challenge(word, clock.instant());
        return courier.challenge(webhook, message, word)
                .delayUntil(
                        attempted -> deliveries.note(webhook, Posting.delivery(message, attempted, 1, clock.instant())))
                .filter(attempted -> attempted.outcome() == Webhook.Outcome.TAKEN)
                .switchIfEmpty(Mono.error(() -> new Refusal(NOT_REPEATED)))
                .flatMap(_ -> store.activate(webhook.owner(), webhook.id(), clock.instant()));
    }
}
