package dev.qapi.gateway.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.qapi.eservice.Event;
import dev.qapi.gateway.crypto.Pepper;
import dev.qapi.gateway.crypto.Stamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Everything that has happened, for each whom it concerns in one order that all gateways agree on: whoever has read up to a
 * place never finds another before it.
 */
@Component
public class EventLog {

    private static final int TRIES = 30;
    private static final int MOST_WAIT = 20;

    private final EventStore store;
    private final Stamp causes;
    private final Clock clock;
    private final Turns turns = new Turns();
    private final Sinks.Many<String> news = Sinks.many().multicast().directBestEffort();

    EventLog(EventStore store, Pepper pepper, Clock clock) {
        this.store = store;
        this.causes = pepper.stamp("event cause");
        this.clock = clock;
    }

    /** Completes when it is noted for good, now or before; an error otherwise, and then it is safe to note it again. */
    public Mono<Void> note(Happening it) {
        var cause = causes.on(it.owner().getBytes(UTF_8), it.cause().getBytes(UTF_8));
        return turns.of(
                it.owner(),
                Mono.defer(() -> attempt(it, cause))
                        .filter(noted -> noted)
                        .repeatWhenEmpty(TRIES, again -> again.concatMap(_ -> Mono.delay(aMoment())))
                        .doOnNext(_ -> signal(it.owner()))
                        .then());
    }

    /** What is last is looked at before what is known: if the same is noted beside it, it is not the last any more. */
    private Mono<Boolean> attempt(Happening it, String cause) {
        return store.last(it.owner())
                .flatMap(last -> store.knows(cause)
                        .flatMap(known -> known
                                ? Mono.just(true)
                                : store.add(StoredEvent.document(it, cause, last, clock.instant()))));
    }

    private static Duration aMoment() {
        return Duration.ofMillis(ThreadLocalRandom.current().nextInt(MOST_WAIT));
    }

    private synchronized void signal(String owner) {
        news.tryEmitNext(owner);
    }

    /** The owners of what this gateway notes from now on: a hint, for some may be missed and other gateways note too. */
    public Flux<String> news() {
        return news.asFlux();
    }

    /** The place of the latest; 0 if there is none. */
    public Mono<Long> last(String owner) {
        return store.last(owner);
    }

    /** Those behind a place, the oldest first. */
    public Flux<Event> after(String owner, long place, int most) {
        return store.after(owner, place, most);
    }

    /** The highest place that is before everything that became known from then on. */
    public static long placeBefore(Instant moment) {
        return moment.toEpochMilli() - 1;
    }
}
