package dev.qapi.eservice;

import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Where the portal that calls wants its events sent to: a parameter of a route, never read from what they send. Somebody
 * else's are not there.
 */
public interface Webhooks {

    /** A new one, to be activated; the same attempt gets the first again. It is told with its secret. */
    Mono<Webhook> add(Attempt attempt, WebhookAddress address);

    /** All of them, the oldest first. */
    Mono<List<Webhook>> all();

    /** That one. */
    Mono<Webhook> find(String id);

    /** Sends it a challenge and, if that is repeated, events from then on: all that it was not sent yet. */
    Mono<Webhook> activate(String id);

    /** Sends it again all that happened since then and is still kept, under the same ids. */
    Mono<Webhook> replay(String id, Instant since);

    /** As it was. Nothing is sent to it any more. */
    Mono<Webhook> remove(String id);

    /** What was sent to it in the last 30 days, the latest hundred, the newest first. */
    Mono<List<Webhook.Delivery>> deliveries(String id);
}
