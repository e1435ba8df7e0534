package dev.qapi.gateway.resilience;

import dev.qapi.eservice.Failure;
import dev.qapi.eservice.Register;
import dev.qapi.gateway.registers.Route;
import dev.qapi.gateway.statistics.Tally;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Counts how calls and questions end. Whoever leaves early has heard nothing, good or bad. */
@Component
class Counted {

    private final Tally tally;

    Counted(Tally tally) {
        this.tally = tally;
    }

    /** A call that was not let through is none. */
    <T> Mono<T> call(Route route, Mono<T> call) {
        return call.doOnNext(_ -> tally.called(route.register(), route.via(), true, true))
                .doOnError(
                        fault ->
                                !(fault instanceof CallNotPermittedException || fault instanceof BulkheadFullException),
                        fault ->
                                tally.called(route.register(), route.via(), !Faults.isOfRoute(fault), isAnswer(fault)));
    }

    /** A question that found every way closed was not answered either. */
    <T> Mono<T> question(Register register, Mono<T> question) {
        return question.doOnNext(_ -> tally.asked(register, true))
                .doOnError(fault -> tally.asked(register, isAnswer(fault)));
    }

    private static boolean isAnswer(Throwable fault) {
        return fault instanceof Failure.NotFound || fault instanceof Failure.Ambiguous;
    }
}
