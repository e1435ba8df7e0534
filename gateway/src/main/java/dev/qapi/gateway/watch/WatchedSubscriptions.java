package dev.qapi.gateway.watch;

import dev.qapi.eservice.Course;
import dev.qapi.eservice.Inquiry;
import dev.qapi.eservice.Subscribing;
import dev.qapi.eservice.Subscriptions;
import dev.qapi.gateway.crypto.Pepper;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What an e-service declares becomes something that is looked at. */
@Component
class WatchedSubscriptions implements Subscriptions {

    private final Watches watches;
    private final WatchStore store;
    private final Chronicle chronicle;
    private final Pepper pepper;
    private final Clock clock;

    WatchedSubscriptions(Watches watches, WatchStore store, Chronicle chronicle, Pepper pepper, Clock clock) {
        this.watches = watches;
        this.store = store;
        this.chronicle = chronicle;
        this.pepper = pepper;
        this.clock = clock;
    }

    @Override
    public <I extends Inquiry> Subscribing<I> to(
            String eservice, Class<I> sought, Duration longest, First first, Function<I, Mono<Course>> look) {
        var kind = "subscription " + eservice;
        var kept = new Sought<>(kind, sought, pepper);
        watches.add(
                kind,
                watch -> look.apply(kept.open(watch))
                        .map(course -> first == First.QUIET && watch.seen() == null ? untold(course) : course));
        var shelf = new SubscriptionShelf<>(kind, kept, store);
        var gate = new SubscriptionGate<>(first, look, chronicle);
        return new WatchedSubscribing<>(eservice, kind, longest, kept, shelf, gate, watches, store, clock);
    }

    private static Course untold(Course course) {
        return new Course(course.reached(), null, course.isOver());
    }
}
