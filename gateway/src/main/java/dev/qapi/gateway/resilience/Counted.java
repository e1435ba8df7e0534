package dev.qapi.gateway.resilience;

import dev.qapi.eservice.Answer;
import dev.qapi.eservice.Failure;
import dev.qapi.eservice.Freshness;
import dev.qapi.eservice.Provenance;
import dev.qapi.eservice.Register;
import dev.qapi.gateway.registers.Route;
import dev.qapi.gateway.statistics.Tally;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Counts how calls and questions end. Whoever leaves early has heard nothing, good or bad. */
@Component
public class Counted {

    private final Tally tally;
    private final CallMeters meters;
    private final Incidents incidents;
    private final Clock clock;

    Counted(Tally tally, CallMeters meters, Incidents incidents, Clock clock) {
        this.incidents = incidents;
        this.tally = tally;
        this.meters = meters;
        this.clock = clock;
    }

    /** An alarm at what is added misses what begins with its series. */
    void expect(Route route) {
        meters.of(route);
        incidents.expect(route);
    }

    /** A call that was not let through is none. */
    <T> Mono<T> call(Route route, Mono<T> call) {
        var calls = meters.of(route);
        return Mono.defer(() -> {
            var begun = System.nanoTime();
            return call.doOnNext(_ -> {
                        tally.called(route.register(), route.via(), true, true);
                        calls.answered(System.nanoTime() - begun);
                    })
                    .doOnError(fault -> {
                        calls.failed(fault);
                        if (!isHeldBack(fault)) {
                            tally.called(route.register(), route.via(), !Faults.isOfRoute(fault), isAnswer(fault));
                        }
                    });
        });
    }

    /** A question that found every way closed was not answered either. */
    <T> Mono<T> question(Register register, Mono<T> question) {
        return question.doOnNext(_ -> tally.asked(register, true))
                .doOnError(fault -> tally.asked(register, isAnswer(fault)));
    }

    /** How old what was kept is when it is told. */
    <T> Mono<Answer<T>> told(Register register, Mono<Answer<T>> answer) {
        return answer.doOnNext(it -> {
            if (it.freshness() != Freshness.FRESH) {
                kept(register, it.sources().getFirst(), it.freshness());
            }
        });
    }

    /** A kept answer was told once more without a look at what is kept: how old it is by now, for each register in it. */
    public void retold(Answer<?> answer) {
        meters.retold();
        answer.sources().forEach(source -> kept(source.register(), source, answer.freshness()));
    }

    private void kept(Register register, Provenance source, Freshness freshness) {
        meters.kept(register, freshness, Duration.between(source.fetchedAt(), clock.instant()));
    }

    static boolean isHeldBack(Throwable fault) {
        return fault instanceof CallNotPermittedException || fault instanceof BulkheadFullException;
    }

    private static boolean isAnswer(Throwable fault) {
        return fault instanceof Failure.NotFound || fault instanceof Failure.Ambiguous;
    }
}
