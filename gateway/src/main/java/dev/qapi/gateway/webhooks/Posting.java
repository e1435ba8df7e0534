package dev.qapi.gateway.webhooks;

import dev.qapi.eservice.Event;
import dev.qapi.eservice.EventType;
import dev.qapi.eservice.Webhook.Delivery;
import dev.qapi.gateway.dispatch.Carrier;
import dev.qapi.gateway.events.EventLog;
import dev.qapi.gateway.events.Happening;
import dev.qapi.gateway.webhooks.Courier.Attempted;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Sends an event to a webhook, and writes down how that ended. */
@Component
class Posting implements Carrier<StoredWebhook> {

    private static final int GONE = 410;

    private final Courier courier;
    private final DeliveryLog deliveries;
    private final EventLog events;
    private final Clock clock;

    Posting(Courier courier, DeliveryLog deliveries, EventLog events, Clock clock) {
        this.courier = courier;
        this.deliveries = deliveries;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Mono<Outcome> carry(StoredWebhook mine, Event event) {
        var message = Message.of(event);
        return courier.send(mine, message)
                .delayUntil(attempted ->
                        deliveries.note(mine, delivery(message, attempted, mine.failures() + 1, clock.instant())))
                .map(Posting::outcome);
    }

    static Delivery delivery(Message message, Attempted attempted, int attempt, Instant at) {
        return new Delivery(at, message.id(), message.type(), attempt, attempted.outcome(), attempted.status());
    }

    private static Outcome outcome(Attempted attempted) {
        return switch (attempted.outcome()) {
            case TAKEN -> Outcome.TAKEN;
            case NOT_TAKEN, NO_ANSWER, UNREACHABLE ->
                attempted.status() != null && attempted.status() == GONE ? Outcome.GONE : Outcome.NOT_TAKEN;
        };
    }

    /** The portal hears of it where it still listens. */
    @Override
    public Mono<Void> givenUp(StoredWebhook mine, Instant failing) {
        var cause = mine.id() + ' ' + failing;
        return events.note(
                new Happening(mine.owner(), EventType.WEBHOOK_DISABLED, clock.instant(), "webhooks", null, cause));
    }
}
