package dev.qapi.gateway.dispatch;

import dev.qapi.eservice.Event;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import reactor.core.publisher.Mono;

/**
 * Counts how attempts end, for each kind of recipient.
 *
 * @param <R> the kind
 * @param kind its name in metrics
 */
public record CountedCarrier<R extends Recipient>(String kind, Carrier<R> carrier, MeterRegistry meters)
        implements Carrier<R> {

    /** All outcomes begin together. */
    public CountedCarrier {
        for (var outcome : Outcome.values()) {
            counter(meters, kind, outcome.name());
        }
        counter(meters, kind, "GIVEN_UP");
    }

    private static Counter counter(MeterRegistry meters, String kind, String outcome) {
        return meters.counter("qapi.dispatch.attempts", "kind", kind, "outcome", outcome);
    }

    @Override
    public Mono<Outcome> carry(R to, Event event) {
        return carrier.carry(to, event)
                .doOnNext(outcome -> counter(meters, kind, outcome.name()).increment());
    }

    @Override
    public Mono<Void> givenUp(R to, Instant failing) {
        return carrier.givenUp(to, failing)
                .doOnSuccess(_ -> counter(meters, kind, "GIVEN_UP").increment());
    }
}
