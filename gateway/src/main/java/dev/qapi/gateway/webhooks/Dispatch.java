package dev.qapi.gateway.webhooks;

import dev.qapi.eservice.Event;
import dev.qapi.eservice.EventType;
import dev.qapi.eservice.Webhook.Delivery;
import dev.qapi.eservice.Webhook.Outcome;
import dev.qapi.gateway.events.EventLog;
import dev.qapi.gateway.events.Happening;
import dev.qapi.gateway.webhooks.Courier.Attempted;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Sends each webhook its events in their order, the next once one is taken. What is noted that it was taken is noted
 * after it was sent: if a gateway dies in between it is sent once more, under the same id.
 */
@Component
class Dispatch {

    private static final Logger log = LoggerFactory.getLogger(Dispatch.class);
    private static final int GONE = 410;

    private final EventLog events;
    private final Rounds rounds;
    private final Courier courier;
    private final DeliveryLog deliveries;
    private final WebhooksProperties properties;
    private final Clock clock;

    Dispatch(
            EventLog events,
            Rounds rounds,
            Courier courier,
            DeliveryLog deliveries,
            WebhooksProperties properties,
            Clock clock) {
        this.events = events;
        this.rounds = rounds;
        this.courier = courier;
        this.deliveries = deliveries;
        this.properties = properties;
        this.clock = clock;
    }

    /** To everyone that something is due to; one that is slow keeps no other waiting. */
    Mono<Void> drain() {
        var found = new AtomicBoolean();
        return Mono.defer(() -> {
                    found.set(false);
                    return rounds.takeAny().doOnNext(_ -> found.set(true));
                })
                .repeat(found::get)
                .flatMap(this::serve, properties.together(), 1)
                .then();
    }

    private Mono<Void> serve(StoredWebhook mine) {
        return Mono.just(mine).expand(this::next).then().onErrorResume(error -> {
            // the lease runs out, and somebody sends it again
            log.warn("delivery of an event not noted: {}", error.getClass().getName());
            return Mono.empty();
        });
    }

    /** The same again, once it has taken one more; empty if there is nothing more to do now. */
    private Mono<StoredWebhook> next(StoredWebhook mine) {
        return events.after(mine.owner(), mine.place(), 1)
                .next()
                .map(event -> send(mine, event))
                .defaultIfEmpty(Mono.defer(() -> rest(mine)))
                .flatMap(todo -> todo);
    }

    private Mono<StoredWebhook> send(StoredWebhook mine, Event event) {
        var message = Message.of(event);
        return courier.send(mine, message)
                .flatMap(attempted -> deliveries
                        .note(mine, delivery(message, attempted, mine.failures() + 1, clock.instant()))
                        .then(Mono.defer(() -> settle(mine, event, attempted))));
    }

    static Delivery delivery(Message message, Attempted attempted, int attempt, Instant at) {
        return new Delivery(at, message.id(), message.type(), attempt, attempted.outcome(), attempted.status());
    }

    private Mono<StoredWebhook> settle(StoredWebhook mine, Event event, Attempted attempted) {
        if (attempted.outcome() == Outcome.TAKEN) {
            return rounds.taken(mine, event.id().place());
        }
        var failing = mine.failing() == null ? clock.instant() : mine.failing();
        var isHopeless = attempted.status() != null && attempted.status() == GONE
                || !clock.instant().isBefore(failing.plus(properties.patience()));
        return (isHopeless ? disable(mine, failing) : rounds.failed(mine)).then(Mono.empty());
    }

    /** The portal hears of it where it still listens. */
    private Mono<Void> disable(StoredWebhook mine, Instant failing) {
        var cause = mine.id() + ' ' + failing;
        return events.note(new Happening(
                        mine.owner(), EventType.WEBHOOK_DISABLED, clock.instant(), "webhooks", null, cause))
                .then(rounds.disabled(mine));
    }

    /** Unless something came while it was being laid down. */
    private Mono<StoredWebhook> rest(StoredWebhook mine) {
        return rounds.rest(mine)
                .then(Mono.defer(() -> events.last(mine.owner())))
                .filter(last -> last > mine.place())
                .flatMap(_ -> rounds.wake(mine.owner()))
                .then(Mono.empty());
    }
}
