package dev.qapi.gateway.resilience;

import dev.qapi.eservice.Answer;
import dev.qapi.eservice.Evidence;
import dev.qapi.eservice.Failure;
import dev.qapi.eservice.Freshness;
import dev.qapi.eservice.Inquiry;
import dev.qapi.eservice.Policy;
import dev.qapi.eservice.Register;
import dev.qapi.eservice.Source;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The layers that tell what was told before, as far as the policy of an e-service lets them. */
@Component
class Memory {

    private final TwoLevels kept;
    private final Incidents incidents;
    private final ResilienceProperties properties;

    Memory(TwoLevels kept, Incidents incidents, ResilienceProperties properties) {
        this.kept = kept;
        this.incidents = incidents;
        this.properties = properties;
    }

    /** A fresh answer spares the call; an old one stands in, labelled, when the register gives none to rely on. */
    <I extends Inquiry, R extends Evidence<I>> UnaryOperator<Source<I, R>> kept(
            Register register, Class<R> reply, Policy policy) {
        return !policy.keeps()
                ? UnaryOperator.identity()
                : source -> inquiry -> {
                    var question = new Question<>(reply, inquiry);
                    return kept.find(question, policy)
                            .map(Optional::of)
                            .defaultIfEmpty(Optional.empty())
                            .flatMap(memory -> memory.filter(found -> kept.isFresh(found, policy))
                                            .isPresent()
                                    ? Mono.just(memory.get().as(Freshness.CACHED))
                                    : source.get(inquiry)
                                            .delayUntil(answer -> kept.keep(question, Kept.of(answer), policy))
                                            .onErrorResume(
                                                    Failure.class,
                                                    failure -> instead(
                                                            failure,
                                                            memory.filter(_ -> mayStandIn(register, policy)),
                                                            question)));
                };
    }

    private <R> Mono<Answer<R>> instead(Failure failure, Optional<Kept<R>> memory, Question<R> question) {
        return switch (failure) {
            case Failure.Unavailable _, Failure.Untrusted _, Failure.Undecided _ ->
                memory.map(old -> Mono.just(old.as(Freshness.STALE))).orElseGet(() -> Mono.error(failure));
            case Failure.NotFound _, Failure.Ambiguous _ ->
                kept.forget(question).then(Mono.error(failure));
        };
    }

    private boolean mayStandIn(Register register, Policy policy) {
        return !policy.wary() || !incidents.isAlarmed(register);
    }

    /** What is fresh and in this process is told at once; what is older while a slow register is still being asked. */
    <I extends Inquiry, R extends Evidence<I>> UnaryOperator<Source<I, R>> remembered(
            Register register, Class<R> reply, Policy policy) {
        return !policy.keeps()
                ? UnaryOperator.identity()
                : source -> inquiry -> kept.nearby(new Question<>(reply, inquiry), policy)
                        .flatMap(memory -> kept.isFresh(memory, policy)
                                ? Mono.just(memory.as(Freshness.CACHED))
                                : mayStandIn(register, policy)
                                        ? source.get(inquiry)
                                                .timeout(properties.patience(), Mono.just(memory.as(Freshness.STALE)))
                                        : source.get(inquiry))
                        .switchIfEmpty(source.get(inquiry));
    }
}
