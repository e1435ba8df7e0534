package dev.qapi.gateway.filing;

import dev.qapi.eservice.Filed.State;
import dev.qapi.gateway.background.Background;
import dev.qapi.gateway.filing.Desk.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Hands in what is due, at once after it was accepted and again as often as it takes, beside as many others as there are. */
@Component
class Outbox extends Background {

    private static final Logger log = LoggerFactory.getLogger(Outbox.class);
    private static final Duration MEASURED = Duration.ofSeconds(15);
    private static final int AT_ONCE = 1000;
    private final Map<String, Desk> desks = new ConcurrentHashMap<>();
    private final FilingStore store;
    private final Leases leases;
    private final Backlog backlog;
    private final FilingMeters meters;
    private final News news;
    private final FilingProperties properties;
    private final Clock clock;
    private volatile Sinks.Many<String> fresh = Sinks.unsafe().many().unicast().onBackpressureError();

    Outbox(
            FilingStore store,
            Leases leases,
            Backlog backlog,
            FilingMeters meters,
            News news,
            FilingProperties properties,
            Clock clock) {
        this.backlog = backlog;
        this.store = store;
        this.leases = leases;
        this.meters = meters;
        this.news = news;
        this.properties = properties;
        this.clock = clock;
    }

    void add(String eservice, Desk desk) {
        if (desks.putIfAbsent(eservice, desk) != null) {
            throw new IllegalStateException(eservice + " files in two ways");
        }
    }

    /** Does not wait for it. */
    synchronized void handInNow(StoredFiling filing) {
        meters.accepted(filing.eservice());
        fresh.tryEmitNext(filing.id()); // of too many at once some are found when they are next looked for
    }

    /** Everything that is due. */
    Mono<Void> drain() {
        var found = new AtomicBoolean();
        return Flux.defer(() -> {
                    found.set(false);
                    return leases.takeAny(desks.keySet()).doOnNext(_ -> found.set(true));
                })
                .repeat(found::get)
                .flatMap(this::deliver, properties.together(), 1)
                .then();
    }

    private Mono<Void> deliver(StoredFiling mine) {
        return Objects.requireNonNull(desks.get(mine.eservice()))
                .deliver(mine)
                .timeout(properties.lease().dividedBy(2), Mono.just(new Outcome.Unsettled("late")))
                .flatMap(outcome -> settle(mine, outcome).doOnSuccess(_ -> meters.count(mine, outcome)))
                .onErrorResume(error -> {
                    // the lease runs out, and somebody hands it in again
                    log.warn(
                            "outcome of a filing not stored: {}",
                            error.getClass().getName());
                    return Mono.empty();
                });
    }

    private Mono<Void> settle(StoredFiling mine, Outcome outcome) {
        var now = clock.instant();
        return switch (outcome) {
            case Outcome.Delivered delivered -> end(mine.delivered(now, delivered.sealed()));
            case Outcome.Refused refused -> end(mine.refused(now, refused.code()));
            case Outcome.Unsettled _ ->
                now.isBefore(mine.history().getLast().at().plus(properties.patience()))
                        ? leases.giveBack(
                                mine,
                                properties.pause(
                                        mine.attempts(),
                                        ThreadLocalRandom.current().nextDouble()))
                        : news.of(mine, State.NEEDS_ATTENTION, now).then(leases.setAside(mine));
        };
    }

    private Mono<Void> end(StoredFiling ended) {
        return store.end(ended, news.of(ended));
    }

    @Override
    protected Disposable begin() {
        var accepted = Sinks.many().unicast().<String>onBackpressureBuffer(new ArrayBlockingQueue<>(AT_ONCE));
        fresh = accepted;
        return Disposables.composite(
                accepted.asFlux()
                        .flatMap(
                                id -> leases.take(id).flatMap(this::deliver).onErrorComplete(),
                                properties.together(),
                                1)
                        .subscribe(),
                every(properties.poll(), this::drain),
                every(MEASURED, () -> meters.tell(backlog.report())),
                untilDone(store.index()));
    }
}
