package dev.qapi.gateway.limits;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Counts in Redis within its patience, else in this process: without Redis a gateway allows its share and is never open.
 * While Redis fails a breaker spares even the waiting.
 */
@Component
class SafeBuckets {

    private final FarBuckets far;
    private final NearBuckets near;
    private final CircuitBreaker breaker;
    private final Counter alone;
    private final Duration patience;

    SafeBuckets(
            FarBuckets far,
            NearBuckets near,
            CircuitBreakerRegistry breakers,
            MeterRegistry meters,
            @Value("${qapi.redis.patience:50ms}") Duration patience) {
        this.far = far;
        this.near = near;
        this.breaker = breakers.circuitBreaker("LIMITS", "REDIS");
        this.alone = meters.counter("qapi.limits.alone");
        this.patience = patience;
    }

    /** Takes one, if it is there. */
    Mono<Stand> take(Key key) {
        return first(buckets -> buckets.take(key), () -> near.taken(key));
    }

    /** Takes nothing. What this gateway counted holds even if Redis has not heard of it or has forgotten it. */
    Mono<Long> left(Key key) {
        return first(buckets -> buckets.left(key), () -> {}).map(left -> Math.min(left, near.atMost(key)));
    }

    /** @param alike what is done here too, so that a gateway which loses Redis does not begin anew */
    private <T> Mono<T> first(Function<Buckets, CompletableFuture<T>> question, Runnable alike) {
        return Mono.defer(() -> breaker.tryAcquirePermission() ? asked(question, alike) : alone(question));
    }

    /** What is known here says nothing about Redis. */
    private <T> Mono<T> asked(Function<Buckets, CompletableFuture<T>> question, Runnable alike) {
        var begun = System.nanoTime();
        var told = told(question);
        if (told.isDone() && !told.isCompletedExceptionally()) {
            breaker.releasePermission();
            alike.run();
            return Mono.fromFuture(told);
        }
        return Mono.fromFuture(told.copy()) // others may wait for the same word of Redis
                .timeout(patience)
                .doOnSuccess(_ -> {
                    breaker.onSuccess(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
                    alike.run();
                })
                .doOnCancel(breaker::releasePermission)
                .onErrorResume(fault -> {
                    breaker.onError(System.nanoTime() - begun, TimeUnit.NANOSECONDS, fault);
                    return alone(question);
                });
    }

    private <T> CompletableFuture<T> told(Function<Buckets, CompletableFuture<T>> question) {
        try {
            return question.apply(far);
        } catch (RuntimeException away) {
            return CompletableFuture.failedFuture(away);
        }
    }

    private <T> Mono<T> alone(Function<Buckets, CompletableFuture<T>> question) {
        alone.increment();
        return Mono.fromFuture(question.apply(near));
    }
}
