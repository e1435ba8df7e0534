package dev.qapi.gateway.filing;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import dev.qapi.eservice.Filed.State;
import dev.qapi.eservice.Filed.Step;
import dev.qapi.identifier.FilingNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.Set;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import org.springframework.util.AlternativeJdkIdGenerator;
import org.springframework.util.IdGenerator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Which gateway delivers what: whoever takes a filing moves the time at which it is due behind the time that they need, in
 * one step that only one of them can make. What they do not end or give back is due again then.
 */
@Component
class Leases {

    private static final IdGenerator IDS = new AlternativeJdkIdGenerator();
    /** No attempt is due on its own any more. */
    private static final Date NEVER = Date.from(Instant.parse("9999-01-01T00:00:00Z"));

    private static final FindOneAndUpdateOptions TAKEN =
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);
    /** Looked for at once: looking for each by itself goes through all that wait as often as there are. */
    private static final int SOME = 100;

    private final FilingStore store;
    private final Clock clock;
    private final Duration lease;

    Leases(FilingStore store, Clock clock, FilingProperties properties) {
        this.store = store;
        this.clock = clock;
        this.lease = properties.lease();
    }

    /** Some of those that are due, the longest due among them, in no order: beside others that begin at the same time few are missed. */
    Flux<StoredFiling> takeAny(Set<String> eservices) {
        return Flux.defer(() -> Flux.from(store.waiting()
                                .find(and(in("eservice", eservices), lte(StoredFiling.DUE, Date.from(clock.instant()))))
                                .projection(Projections.include("_id"))
                                .sort(Sorts.ascending(StoredFiling.DUE))
                                .limit(SOME))
                        .map(due -> due.getString("_id"))
                        .collectList())
                .doOnNext(Collections::shuffle)
                .flatMapIterable(ids -> ids)
                .concatMap(this::take, 1);
    }

    /** That one, if nobody else has it. */
    Mono<StoredFiling> take(String id) {
        return Mono.defer(() -> {
            var now = clock.instant();
            var mine = Updates.combine(
                    Updates.set(StoredFiling.DUE, Date.from(now.plus(lease))),
                    Updates.set("lease", IDS.generateId().toString()),
                    Updates.inc("attempts", 1));
            return Mono.from(store.waiting()
                            .findOneAndUpdate(and(eq("_id", id), lte(StoredFiling.DUE, Date.from(now))), mine, TAKEN))
                    .map(StoredFiling::of);
        });
    }

    /** Gives it back to be tried again after that pause; nothing happens if the lease has run out meanwhile. */
    Mono<Void> giveBack(StoredFiling mine, Duration pause) {
        return change(
                mine, Updates.set(StoredFiling.DUE, Date.from(clock.instant().plus(pause))));
    }

    /** Lets it lie until somebody looks at it. */
    Mono<Void> setAside(StoredFiling mine) {
        var step = new Step(State.NEEDS_ATTENTION, clock.instant());
        return change(
                mine,
                Updates.combine(
                        Updates.set(StoredFiling.DUE, NEVER),
                        Updates.set("state", step.state().name()),
                        Updates.push("history", StoredFiling.step(step))));
    }

    /** Has one that was set aside tried again, for as long as if it were new; false if there is none of that number. */
    Mono<Boolean> resume(FilingNumber number) {
        var isSetAside = and(eq("number", number.reveal()), eq("state", State.NEEDS_ATTENTION.name()));
        var step = new Step(State.ACCEPTED, clock.instant());
        var again = Updates.combine(
                Updates.set(StoredFiling.DUE, Date.from(step.at())),
                Updates.set("attempts", 0),
                Updates.set("state", step.state().name()),
                Updates.push("history", StoredFiling.step(step)));
        return Mono.from(store.waiting().updateOne(isSetAside, again)).map(done -> done.getModifiedCount() == 1);
    }

    private Mono<Void> change(StoredFiling mine, Bson update) {
        var isMine = and(eq("_id", mine.id()), eq("lease", mine.lease()));
        return Mono.from(store.waiting().updateOne(isMine, Updates.combine(update, Updates.unset("lease"))))
                .then();
    }
}
