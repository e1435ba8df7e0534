package dev.qapi.gateway.webhooks;

import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.qapi.eservice.Attempt;
import dev.qapi.eservice.Event;
import dev.qapi.eservice.EventType;
import dev.qapi.eservice.Webhook;
import dev.qapi.eservice.WebhookAddress;
import dev.qapi.gateway.crypto.Peppers;
import dev.qapi.gateway.dispatch.Dispatch;
import dev.qapi.gateway.dispatch.Rounds;
import dev.qapi.gateway.events.EventLog;
import dev.qapi.gateway.events.Happening;
import dev.qapi.gateway.events.Logs;
import dev.qapi.gateway.support.MovableClock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** The webhooks of one gateway, without the rest of it. */
record PostOffice(
        WebhookStore store,
        WebhookNames names,
        Rounds<StoredWebhook> rounds,
        Courier courier,
        Dispatch<StoredWebhook> dispatch,
        DeliveryLog log,
        Desk desk,
        EventLog events,
        MovableClock clock) {

    /** Long enough for a busy machine. */
    static final Duration ANSWER = Duration.ofSeconds(3);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    static WebhooksProperties properties(boolean loopback, Duration answer) {
        return new WebhooksProperties(
                loopback,
                10,
                Duration.ofMillis(50),
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                64,
                Duration.ofSeconds(1),
                answer,
                Duration.ofSeconds(5),
                Duration.ofHours(6),
                Duration.ofDays(3),
                Duration.ofDays(30));
    }

    static PostOffice of(MongoDatabase database, MovableClock clock, boolean loopback) {
        var properties = properties(loopback, ANSWER);
        var store = new WebhookStore(database);
        var names = new WebhookNames(Peppers.any());
        var rounds = new Rounds<>(store.all(), StoredWebhook::of, properties.pace(), clock);
        var courier = new Courier(names, properties, clock);
        var log = new DeliveryLog(database);
        var events = Logs.on(database, clock);
        var dispatch =
                new Dispatch<>(events, rounds, new Posting(courier, log, events, clock), properties.pace(), clock);
        var desk = new Desk(store, names, events, courier, log, properties, clock);
        return new PostOffice(store, names, rounds, courier, dispatch, log, desk, events, clock);
    }

    PortalsWebhooks of(String owner) {
        return new PortalsWebhooks(owner, store, log, desk, clock);
    }

    static <T> T now(Mono<T> it) {
        return it.blockOptional(PATIENCE).orElseThrow();
    }

    Webhook added(String owner, WebhookAddress address) {
        return now(of(owner).add(attempt(), address));
    }

    Webhook activated(String owner, WebhookAddress address) {
        return now(of(owner).activate(added(owner, address).id()));
    }

    static Attempt attempt() {
        return new Attempt("portal x", UUID.randomUUID().toString(), () -> {});
    }

    /** As much as happens; their ids, in their order. */
    List<String> happen(String owner, int times) {
        for (var i = 0; i < times; i++) {
            var cause = UUID.randomUUID().toString();
            events.note(new Happening(owner, EventType.FILING_DELIVERED, clock.instant(), "letters", null, cause))
                    .block(PATIENCE);
        }
        var all = ids(owner);
        return all.subList(all.size() - times, all.size());
    }

    List<String> ids(String owner) {
        return now(
                events.after(owner, 0, 1000).map(Event::id).map(id -> id.text()).collectList());
    }

    /** Sends what is due, after so long. */
    void after(Duration time) {
        clock.goOn(time);
        dispatch.drain().block(Duration.ofSeconds(20));
    }

    /** After which whatever has rested is looked at. */
    void later() {
        after(Duration.ofSeconds(11));
    }

    Webhook standing(String owner, Webhook webhook) {
        return now(of(owner).find(webhook.id()));
    }
}
