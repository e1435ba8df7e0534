package dev.qapi.gateway.resilience;

import dev.qapi.eservice.Failure;
import dev.qapi.eservice.Failure.Outage;
import dev.qapi.eservice.Failure.Unavailable;
import dev.qapi.gateway.correlation.Correlation;
import dev.qapi.gateway.resilience.Guards.Guard;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What is done about a fault: if the way failed, the next way is taken at once; if the register did, or no other way is
 * left, the same way is tried once more where that may help and was earned. Every way's failure is counted, even if the
 * next one leads to an answer.
 */
@Component
class Failover {

    private final Incidents incidents;

    Failover(Incidents incidents) {
        this.incidents = incidents;
    }

    /** @param ways the best first; if all fail, the last one's failure is told */
    <T> Mono<T> along(List<Guard> ways, Function<Guard, Mono<T>> ask) {
        var way = ways.getFirst();
        var others = ways.subList(1, ways.size());
        return way.retry()
                .once(ask.apply(way), fault -> !leadsOn(others, fault) && Faults.isTransient(fault))
                .onErrorResume(fault -> counted(way, fault)
                        .flatMap(failure -> leadsOn(others, fault) ? along(others, ask) : Mono.error(failure)));
    }

    private Mono<Failure> counted(Guard way, Throwable fault) {
        return Mono.deferContextual(context -> Mono.just(Correlation.of(context)
                .logging(() -> incidents.count(Faults.failure(way.route().register(), fault), way.route()))));
    }

    /** The person has waited long enough, whichever ways were left; {@code last} is the one that they wait for. */
    Failure tooLate(Guard last) {
        var late = new Unavailable(last.route().register(), Outage.TIMEOUT, Unavailable.USUALLY, null);
        return incidents.count(late, last.route());
    }

    private static boolean leadsOn(List<Guard> others, Throwable fault) {
        return !others.isEmpty() && Faults.isOfRoute(fault);
    }
}
