package dev.qapi.gateway.watch;

import dev.qapi.eservice.Inquiry;
import dev.qapi.eservice.Subscriber;
import dev.qapi.eservice.Subscribing;
import dev.qapi.eservice.Subscription;
import dev.qapi.identifier.FilingNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import reactor.core.publisher.Mono;

/** The subscriptions to one kind of thing: each is a {@link Watch} of its subscriber's own. */
record WatchedSubscribing<I extends Inquiry>(
        String eservice,
        String kind,
        Duration longest,
        Sought<I> kept,
        SubscriptionShelf<I> shelf,
        SubscriptionGate<I> gate,
        Watches watches,
        WatchStore store,
        Clock clock)
        implements Subscribing<I> {

    @Override
    public Mono<Subscription<I>> add(Subscriber who, I sought) {
        return Mono.defer(() -> {
            var wanted = wanted(who, sought);
            return shelf.of(who)
                    .flatMap(theirs -> gate.pass(who, theirs, wanted, sought))
                    .flatMap(watch ->
                            SubscriptionShelf.known(watches.begin(watch).then(store.renew(watch.id(), watch.until()))))
                    .then(Mono.defer(() -> shelf.find(wanted.id())))
                    .map(shelf::told);
        });
    }

    private Watch wanted(Subscriber who, I sought) {
        var id = kept.id(who.name(), sought);
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return Watch.begin(
                id,
                kind,
                eservice,
                kept.number(id),
                List.of(who.name()),
                kept.seal(id, sought),
                now,
                now.plus(longest));
    }

    @Override
    public Mono<List<Subscription<I>>> of(Subscriber who) {
        return shelf.of(who).map(all -> all.stream().map(shelf::told).toList());
    }

    @Override
    public Mono<List<Subscription<I>>> remove(Subscriber who, FilingNumber number) {
        return shelf.remove(who, number).then(Mono.defer(() -> of(who)));
    }
}
