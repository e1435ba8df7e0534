package dev.qapi.gateway.watch;

import com.mongodb.client.model.Updates;
import dev.qapi.eservice.Course;
import dev.qapi.eservice.Failure;
import java.time.Clock;
import java.util.Date;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Looks at what is due, a few at once. What has come about is noted as an event before it is noted that it was seen, and under
 * one cause: a gateway that dies in between, or one that was overtaken, makes no second event of it.
 */
@Component
class Lookout {

    private static final Logger log = LoggerFactory.getLogger(Lookout.class);

    private final Watches watches;
    private final WatchStore store;
    private final Chronicle chronicle;
    private final WatchProperties properties;
    private final Clock clock;

    Lookout(Watches watches, WatchStore store, Chronicle chronicle, WatchProperties properties, Clock clock) {
        this.watches = watches;
        this.store = store;
        this.chronicle = chronicle;
        this.properties = properties;
        this.clock = clock;
    }

    /** Everything that is due. */
    Mono<Void> drain() {
        var found = new AtomicBoolean();
        return Mono.defer(() -> {
                    found.set(false);
                    return take().doOnNext(_ -> found.set(true));
                })
                .repeat(found::get)
                .flatMap(mine -> serve(mine).then(Mono.delay(properties.apart())), properties.together(), 1)
                .then();
    }

    private Mono<Watch> take() {
        var now = clock.instant();
        return store.takeAny(watches.kinds(), now, now.plus(properties.lease()));
    }

    private Mono<Void> serve(Watch mine) {
        return (mine.until().isAfter(clock.instant()) ? see(mine) : store.end(mine)).onErrorResume(error -> {
            // the lease runs out, and somebody looks again
            log.warn("what was seen is not noted: {}", error.getClass().getName());
            return Mono.empty();
        });
    }

    private Mono<Void> see(Watch mine) {
        return Objects.requireNonNull(watches.look(mine))
                .at(mine)
                .timeout(properties.lease().dividedBy(2))
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("it is not there")))
                .map(course -> settle(mine, course))
                .onErrorResume(error -> Mono.just(notSeen(mine, error)))
                .flatMap(next -> next);
    }

    private Mono<Void> settle(Watch mine, Course course) {
        var reached = chronicle.marks(mine, course);
        var fresh = reached.stream().filter(mark -> !mine.told().contains(mark)).toList();
        var told = Updates.addEachToSet("told", reached);
        var seen = Updates.set("seen", Date.from(clock.instant()));
        var looks = fresh.isEmpty() ? mine.looks() + 1 : 0;
        return (fresh.isEmpty() ? chronicle.nothingNew(mine) : chronicle.note(mine, course, fresh.getLast()))
                .then(Mono.defer(() -> course.isOver() ? store.end(mine) : giveBack(mine, looks, told, seen)));
    }

    /** A register that is silent is asked again as it would have been; one that knows no such thing, more seldom. */
    private Mono<Void> notSeen(Watch mine, Throwable error) {
        chronicle.notSeen(mine);
        var looks = error instanceof Failure.NotFound ? mine.looks() + 1 : mine.looks();
        return giveBack(mine, looks);
    }

    private Mono<Void> giveBack(Watch mine, int looks, Bson... seen) {
        var pause = properties.pause(looks, ThreadLocalRandom.current().nextDouble());
        var change = Updates.combine(Updates.combine(seen), Updates.set("looks", looks));
        return store.giveBack(mine, clock.instant().plus(pause), change);
    }
}
