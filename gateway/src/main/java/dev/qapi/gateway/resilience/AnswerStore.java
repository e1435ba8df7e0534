package dev.qapi.gateway.resilience;

import java.time.Duration;
import reactor.core.publisher.Mono;

/** Keeps answers for a while. Forgetting early is allowed; inventing, or telling one person another's, is not. */
interface AnswerStore {

    /** What is kept, or empty; a store that is away, slow or damaged is empty, never an error. */
    <R> Mono<Kept<R>> find(Question<R> question);

    /** Keeps it, or does not; never an error. */
    <R> Mono<Void> keep(Question<R> question, Kept<R> answer, Duration ttl);

    /** What the register has since denied must not stand in for it later; never an error. */
    Mono<Void> forget(Question<?> question);
}
