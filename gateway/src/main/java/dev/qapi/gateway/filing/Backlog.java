package dev.qapi.gateway.filing;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;

import com.mongodb.client.model.Sorts;
import dev.qapi.eservice.Filed.State;
import java.time.Clock;
import java.time.Duration;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How many filings are where, and nothing about any of them. */
@Component
class Backlog {

    /**
     * @param accepted how many wait for the register
     * @param inDoubt how many of these were handed in and not settled: nobody knows whether the register has them
     * @param needsAttention how many wait for somebody to look at them
     * @param oldestSeconds for how long the oldest of all of these has waited; 0 if none does
     */
    record Report(long accepted, long inDoubt, long needsAttention, long delivered, long refused, long oldestSeconds) {}

    private final FilingStore store;
    private final Clock clock;

    Backlog(FilingStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    Mono<Report> report() {
        return Mono.zip(
                        waiting(State.ACCEPTED),
                        inDoubt(),
                        waiting(State.NEEDS_ATTENTION),
                        ended(State.DELIVERED),
                        ended(State.REFUSED),
                        oldest())
                .map(all -> new Report(all.getT1(), all.getT2(), all.getT3(), all.getT4(), all.getT5(), all.getT6()));
    }

    private Mono<Long> waiting(State state) {
        return Mono.from(store.waiting().countDocuments(eq("state", state.name())));
    }

    private Mono<Long> inDoubt() {
        return Mono.from(store.waiting().countDocuments(and(eq("state", State.ACCEPTED.name()), gt("attempts", 0))));
    }

    private Mono<Long> ended(State state) {
        return Mono.from(store.ended().countDocuments(eq("state", state.name())));
    }

    private Mono<Long> oldest() {
        return Mono.from(store.waiting().find().sort(Sorts.ascending("filedAt")).first())
                .map(this::age)
                .defaultIfEmpty(0L);
    }

    private long age(Document filing) {
        return Duration.between(filing.getDate("filedAt").toInstant(), clock.instant())
                .toSeconds();
    }
}
