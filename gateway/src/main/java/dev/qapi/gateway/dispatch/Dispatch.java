package dev.qapi.gateway.dispatch;

import dev.qapi.eservice.Event;
import dev.qapi.gateway.dispatch.Carrier.Outcome;
import dev.qapi.gateway.events.EventLog;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.BufferOverflowStrategy;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Sends each recipient its events in their order, the next once one is taken. What is noted that it was taken is noted
 * after it was sent: if a gateway dies in between it is sent once more, under the same id.
 *
 * @param <R> the kind of recipient
 */
public final class Dispatch<R extends Recipient> {

    private static final Logger log = LoggerFactory.getLogger(Dispatch.class);
    private static final int WAITING = 1000;
    private static final int WAKING = 16;

    private final EventLog events;
    private final Rounds<R> rounds;
    private final Carrier<R> carrier;
    private final Pace pace;
    private final Clock clock;

    /** Nothing is sent before it is told to. */
    public Dispatch(EventLog events, Rounds<R> rounds, Carrier<R> carrier, Pace pace, Clock clock) {
        this.events = events;
        this.rounds = rounds;
        this.carrier = carrier;
        this.pace = pace;
        this.clock = clock;
    }

    /** From now on events are sent when they are noted, and what is due when it is; until that is disposed of. */
    public Disposable start() {
        return Disposables.composite(
                events.news()
                        .onBackpressureBuffer(WAITING, _ -> {}, BufferOverflowStrategy.DROP_LATEST)
                        .flatMap(owner -> rounds.wake(owner).onErrorComplete(), WAKING)
                        .subscribe(),
                Flux.interval(pace.poll())
                        .onBackpressureDrop()
                        .concatMap(_ -> drain().onErrorComplete(), 1)
                        .subscribe());
    }

    /** To everyone that something is due to; one that is slow keeps no other waiting. */
    public Mono<Void> drain() {
        var found = new AtomicBoolean();
        return Mono.defer(() -> {
                    found.set(false);
                    return rounds.takeAny().doOnNext(_ -> found.set(true));
                })
                .repeat(found::get)
                .flatMap(this::serve, pace.together(), 1)
                .then();
    }

    private Mono<Void> serve(R mine) {
        return Mono.just(mine).expand(this::next).then().onErrorResume(error -> {
            // the lease runs out, and somebody sends it again
            log.warn("delivery of an event not noted: {}", error.getClass().getName());
            return Mono.empty();
        });
    }

    /** The same again, once it has taken one more; empty if there is nothing more to do now. */
    private Mono<R> next(R mine) {
        return events.after(mine.owner(), mine.place(), 1)
                .next()
                .map(event -> send(mine, event))
                .defaultIfEmpty(Mono.defer(() -> rest(mine)))
                .flatMap(todo -> todo);
    }

    private Mono<R> send(R mine, Event event) {
        return carrier.carry(mine, event).flatMap(outcome -> settle(mine, event, outcome));
    }

    private Mono<R> settle(R mine, Event event, Outcome outcome) {
        if (outcome == Outcome.TAKEN) {
            return rounds.taken(mine, event.id().place());
        }
        var failing = mine.failing() == null ? clock.instant() : mine.failing();
        var isHopeless = outcome == Outcome.GONE || !clock.instant().isBefore(failing.plus(pace.patience()));
        return (isHopeless
                        ? carrier.givenUp(mine, failing).then(Mono.defer(() -> rounds.disabled(mine)))
                        : rounds.failed(mine))
                .then(Mono.empty());
    }

    /** Unless something came while it was being laid down. */
    private Mono<R> rest(R mine) {
        return rounds.rest(mine)
                .then(Mono.defer(() -> events.last(mine.owner())))
                .filter(last -> last > mine.place())
                .flatMap(_ -> rounds.wake(mine.owner()))
                .then(Mono.empty());
    }
}
