package dev.qapi.gateway.resilience;

import dev.qapi.eservice.Policy;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The two stores as one: near at hand first, Redis behind it. Writing to Redis is waited for by nobody. */
@Component
class TwoLevels {

    private final NearStore near;
    private final RedisStore far;
    private final Invalidations invalidations;
    private final Clock clock;

    TwoLevels(NearStore near, RedisStore far, Invalidations invalidations, Clock clock) {
        this.near = near;
        this.far = far;
        this.invalidations = invalidations;
        this.clock = clock;
    }

    /** In this process, and young enough to stand in. */
    <R> Mono<Kept<R>> nearby(Question<R> question, Policy policy) {
        return near.find(question).filter(kept -> kept.mayStandIn(policy, clock.instant()));
    }

    /** The youngest there is that may at least stand in. */
    <R> Mono<Kept<R>> find(Question<R> question, Policy policy) {
        return nearby(question, policy)
                .filter(kept -> isFresh(kept, policy))
                .switchIfEmpty(Mono.defer(() -> far.find(question)
                        .filter(kept -> kept.mayStandIn(policy, clock.instant()))
                        .flatMap(kept -> younger(question, kept, policy))))
                .switchIfEmpty(Mono.defer(() -> nearby(question, policy)));
    }

    /** Redis may have missed what this process learned while it was away. */
    private <R> Mono<Kept<R>> younger(Question<R> question, Kept<R> kept, Policy policy) {
        return near.find(question)
                .filter(own ->
                        !own.provenance().fetchedAt().isBefore(kept.provenance().fetchedAt()))
                .switchIfEmpty(keepNear(question, kept, rest(kept, policy)).thenReturn(kept));
    }

    boolean isFresh(Kept<?> kept, Policy policy) {
        return kept.isFresh(policy, clock.instant());
    }

    <R> Mono<Void> keep(Question<R> question, Kept<R> kept, Policy policy) {
        return keepNear(question, kept, policy.stale())
                .doOnSuccess(_ -> far.keep(question, kept, policy.stale()).subscribe());
    }

    private <R> Mono<Void> keepNear(Question<R> question, Kept<R> kept, Duration ttl) {
        return near.keep(question, kept, ttl).doOnSuccess(_ -> invalidations.expect(question, ttl));
    }

    /** Here at once, and by all gateways as soon as they hear of it. */
    Mono<Void> forget(Question<?> question) {
        return near.forget(question)
                .doOnSuccess(_ ->
                        far.forget(question).then(invalidations.tell(question)).subscribe());
    }

    private Duration rest(Kept<?> kept, Policy policy) {
        return policy.stale().minus(Duration.between(kept.provenance().fetchedAt(), clock.instant()));
    }
}
