package dev.qapi.gateway.events;

import dev.qapi.eservice.Event;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads an owner's events as they become known, no faster than they are taken. */
@Component
class Following {

    private static final int AT_ONCE = 50;

    private final EventLog log;
    private final Followers followers;
    private final EventsProperties properties;

    Following(EventLog log, Followers followers, EventsProperties properties) {
        this.log = log;
        this.followers = followers;
        this.properties = properties;
    }

    /**
     * With nothing in between, now and then.
     *
     * @param place what comes after it
     * @param may asked now and then; it ends once the answer is no, or there is none
     */
    Flux<Optional<Event>> of(String owner, long place, Mono<Boolean> may) {
        var beats = Flux.interval(Duration.ZERO, properties.beat())
                .onBackpressureDrop()
                .map(_ -> Optional.<Event>empty());
        var over = Flux.interval(properties.beat())
                .onBackpressureDrop()
                .concatMap(_ -> may.onErrorReturn(false).defaultIfEmpty(false), 1)
                .filter(lasts -> !lasts);
        var events =
                Flux.merge(beats, events(owner, place)).takeUntilOther(over).take(properties.longest());
        return followers.bounded(owner, events);
    }

    private Flux<Optional<Event>> events(String owner, long place) {
        var read = new AtomicLong(place);
        return Flux.defer(() -> log.after(owner, read.get(), AT_ONCE))
                .doOnNext(event -> read.set(event.id().place()))
                .map(Optional::of)
                .repeatWhen(done -> done.concatMap(count -> count == AT_ONCE ? Mono.just(0L) : news(owner), 1));
    }

    private Mono<Long> news(String owner) {
        return Mono.firstWithSignal(
                log.news().filter(owner::equals).next().map(_ -> 0L), Mono.delay(properties.poll()));
    }
}
