package dev.qapi.gateway.webhooks;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import dev.qapi.eservice.Webhook.State;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.concurrent.ThreadLocalRandom;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import org.springframework.util.AlternativeJdkIdGenerator;
import org.springframework.util.IdGenerator;
import reactor.core.publisher.Mono;

/** Which gateway sends to which webhook: one at a time, as with filings ({@code gateway.filing.Leases}). */
@Component
class Rounds {

    private static final IdGenerator IDS = new AlternativeJdkIdGenerator();
    private static final FindOneAndUpdateOptions LONGEST_DUE = new FindOneAndUpdateOptions()
            .sort(Sorts.ascending(StoredWebhook.DUE))
            .returnDocument(ReturnDocument.AFTER);

    private final WebhookStore store;
    private final WebhooksProperties properties;
    private final Clock clock;

    Rounds(WebhookStore store, WebhooksProperties properties, Clock clock) {
        this.store = store;
        this.properties = properties;
        this.clock = clock;
    }

    /** The one that is due for the longest; empty if none is. */
    Mono<StoredWebhook> takeAny() {
        return Mono.defer(() -> Mono.from(store.all()
                        .findOneAndUpdate(
                                and(
                                        eq("state", State.ACTIVE.name()),
                                        lte(StoredWebhook.DUE, Date.from(clock.instant()))),
                                Updates.combine(
                                        in(properties.lease()),
                                        Updates.set("lease", IDS.generateId().toString())),
                                LONGEST_DUE))
                .map(StoredWebhook::of));
    }

    /** It has taken that one and is kept for the next; empty if the lease is another's meanwhile. */
    Mono<StoredWebhook> taken(StoredWebhook mine, long place) {
        return Mono.from(store.all()
                        .findOneAndUpdate(
                                leased(mine),
                                Updates.combine(
                                        Updates.set("place", place),
                                        Updates.set("failures", 0),
                                        Updates.unset("failing"),
                                        in(properties.lease())),
                                LONGEST_DUE))
                .map(StoredWebhook::of);
    }

    /** It has been sent everything. */
    Mono<Void> rest(StoredWebhook mine) {
        return giveBack(mine, in(properties.idle()));
    }

    /** It has not taken one, which is sent again after a while. */
    Mono<Void> failed(StoredWebhook mine) {
        var random = ThreadLocalRandom.current().nextDouble();
        return giveBack(
                mine,
                Updates.combine(
                        Updates.inc("failures", 1),
                        Updates.set("failing", Date.from(mine.failing() == null ? clock.instant() : mine.failing())),
                        in(properties.pause(mine.failures() + 1, random))));
    }

    /** Nothing is sent to it any more. */
    Mono<Void> disabled(StoredWebhook mine) {
        return giveBack(
                mine,
                Updates.combine(
                        Updates.inc("failures", 1),
                        Updates.set("state", State.DISABLED.name()),
                        Updates.set("since", Date.from(clock.instant()))));
    }

    /** There is something new for whoever is not failing. */
    Mono<Void> wake(String owner) {
        return Mono.from(store.all()
                        .updateMany(and(eq("owner", owner), eq("failures", 0), eq("lease", null)), in(Duration.ZERO)))
                .then();
    }

    private Mono<Void> giveBack(StoredWebhook mine, Bson update) {
        return Mono.from(store.all().updateOne(leased(mine), Updates.combine(update, Updates.unset("lease"))))
                .then();
    }

    private static Bson leased(StoredWebhook mine) {
        return and(eq("_id", mine.id()), eq("lease", mine.lease()));
    }

    private Bson in(Duration pause) {
        return Updates.set(StoredWebhook.DUE, Date.from(clock.instant().plus(pause)));
    }
}
