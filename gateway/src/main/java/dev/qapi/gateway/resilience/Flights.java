package dev.qapi.gateway.resilience;

import dev.qapi.eservice.Answer;
import dev.qapi.eservice.Evidence;
import dev.qapi.eservice.Failure;
import dev.qapi.eservice.Failure.Outage;
import dev.qapi.eservice.Failure.Unavailable;
import dev.qapi.eservice.Inquiry;
import dev.qapi.eservice.Register;
import dev.qapi.eservice.Source;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * Those who ask the same at the same time share one call; whoever leaves does not end it for the others. One that is lost,
 * whatever lost it, is given up by whoever has waited longest, or nobody would ever learn anything about that person again.
 */
final class Flights<I extends Inquiry, R extends Evidence<I>> {

    private static final Logger log = LoggerFactory.getLogger(Flights.class);

    private final Map<I, CompletableFuture<Answer<R>>> underWay = new ConcurrentHashMap<>();
    private final Register register;
    private final Duration longest;

    /** @param longest how long a call takes at most, whatever happens */
    Flights(Register register, Duration longest) {
        this.register = register;
        this.longest = longest;
    }

    Source<I, R> shared(Source<I, R> source) {
        return inquiry -> Mono.deferContextual(context -> {
            var flight = new CompletableFuture<Answer<R>>();
            var joined = underWay.putIfAbsent(inquiry, flight);
            if (joined == null) {
                depart(Mono.defer(() -> source.get(inquiry)), inquiry, flight, context);
            }
            return landing(inquiry, joined == null ? flight : joined);
        });
    }

    private void depart(Mono<Answer<R>> call, I inquiry, CompletableFuture<Answer<R>> flight, ContextView context) {
        call.contextWrite(context)
                .doOnTerminate(() ->
                        underWay.remove(inquiry, flight)) // before it is told: nobody joins a flight that has landed
                .subscribe(flight::complete, flight::completeExceptionally, () -> flight.completeExceptionally(lost()));
    }

    private Mono<Answer<R>> landing(I inquiry, CompletableFuture<Answer<R>> flight) {
        return Mono.fromFuture(flight, true).timeout(longest, Mono.error(() -> {
            if (underWay.remove(inquiry, flight)) {
                log.error("a call to {} was lost: neither an answer nor a fault within {}", register, longest);
            }
            return lost();
        }));
    }

    private Failure lost() {
        return new Unavailable(register, Outage.TIMEOUT, Unavailable.USUALLY, null);
    }
}
