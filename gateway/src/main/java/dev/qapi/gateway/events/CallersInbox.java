package dev.qapi.gateway.events;

import dev.qapi.eservice.Event;
import dev.qapi.eservice.EventId;
import dev.qapi.eservice.Failure;
import dev.qapi.eservice.Failure.Outage;
import dev.qapi.eservice.Inbox;
import dev.qapi.eservice.Register;
import dev.qapi.gateway.problem.Refusal;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The events of whoever calls.
 *
 * @param forgotten before which moment nothing is kept
 * @param may whether they may still be told
 */
record CallersInbox(String owner, EventStore store, Following following, Supplier<Instant> forgotten, Mono<Boolean> may)
        implements Inbox {

    private static final String GONE = "00410";

    @Override
    public Mono<Page> since(@Nullable EventId after, int most) {
        return Mono.fromSupplier(() -> after == null ? 0L : kept(after))
                .flatMap(place -> page(store.after(owner, place, most + 1), most));
    }

    @Override
    public Mono<Page> latest(@Nullable EventId before, int most) {
        return page(store.before(owner, before == null ? Long.MAX_VALUE : before.place(), most + 1), most);
    }

    @Override
    public Flux<Optional<Event>> live(@Nullable EventId after) {
        return Mono.defer(() -> after == null ? store.last(owner) : Mono.just(kept(after)))
                .onErrorMap(CallersInbox::away)
                .flatMapMany(place -> following.of(owner, place, may));
    }

    private static Mono<Page> page(Flux<Event> found, int most) {
        return found.collectList()
                .map(events -> new Page(events.stream().limit(most).toList(), events.size() > most))
                .onErrorMap(CallersInbox::away);
    }

    /** Who has missed some has to hear so. */
    private long kept(EventId read) {
        if (read.place() < forgotten.get().toEpochMilli()) {
            throw new Refusal(GONE);
        }
        return read.place();
    }

    private static Throwable away(Throwable cause) {
        return cause instanceof Refusal
                ? cause
                : new Failure.Unavailable(Register.GATEWAY, Outage.DOWN, Failure.Unavailable.USUALLY, cause);
    }
}
