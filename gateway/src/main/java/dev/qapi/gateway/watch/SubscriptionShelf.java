package dev.qapi.gateway.watch;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.MongoException;
import dev.qapi.eservice.Failure;
import dev.qapi.eservice.Failure.Outage;
import dev.qapi.eservice.Inquiry;
import dev.qapi.eservice.Register;
import dev.qapi.eservice.Subscriber;
import dev.qapi.eservice.Subscription;
import dev.qapi.identifier.FilingNumber;
import java.util.Comparator;
import java.util.List;
import reactor.core.publisher.Mono;

/** Where the subscriptions of one kind lie. */
record SubscriptionShelf<I extends Inquiry>(String kind, Sought<I> kept, WatchStore store) {

    /** The oldest first. */
    Mono<List<Watch>> of(Subscriber who) {
        return known(store.all(and(eq("owners", who.name()), eq("kind", kind)))
                .sort(Comparator.comparing(Watch::begun))
                .collectList());
    }

    Mono<Boolean> remove(Subscriber who, FilingNumber number) {
        return known(store.remove(and(eq("owners", who.name()), eq("kind", kind), eq("number", number.reveal()))));
    }

    Mono<Watch> find(String id) {
        return known(store.find(eq("_id", id)));
    }

    Subscription<I> told(Watch watch) {
        return new Subscription<>(watch.number(), kept.open(watch), watch.begun(), watch.until(), watch.seen());
    }

    static <T> Mono<T> known(Mono<T> step) {
        return step.onErrorMap(
                MongoException.class,
                cause -> new Failure.Unavailable(Register.GATEWAY, Outage.DOWN, Failure.Unavailable.USUALLY, cause));
    }
}
