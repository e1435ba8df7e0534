package dev.qapi.gateway.limits;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Counts in Redis within its patience, else in this process: without Redis a gateway allows its share, and whatever
 * becomes of Redis never more than the whole.
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

    /** Takes one, if it is there; of nothing that this gateway knows to be spent is Redis asked. */
    Mono<Stand> take(Key key) {
        return Mono.defer(() -> {
            var spent = near.spent(key);
            return spent != null
                    ? Mono.just(spent)
                    : first(buckets -> buckets.take(key), told -> near.agreed(key, told));
        });
    }

    /** Takes nothing. What this gateway counted holds even if Redis has not heard of it or has forgotten it. */
    Mono<Long> left(Key key) {
        return first(buckets -> buckets.left(key), UnaryOperator.identity())
                .map(left -> Math.min(left, near.atMost(key)));
    }

    /** @param agreed what this gateway makes of Redis's word, so that one which loses Redis does not begin anew */
    private <T> Mono<T> first(Function<Buckets, CompletableFuture<T>> question, UnaryOperator<T> agreed) {
        return Mono.defer(() -> breaker.tryAcquirePermission() ? asked(question, agreed) : alone(question));
    }

    /** What is known here says nothing about Redis. */
    private <T> Mono<T> asked(Function<Buckets, CompletableFuture<T>> question, UnaryOperator<T> agreed) {
        var begun = System.nanoTime();
        var told = told(question);
        if (told.isDone() && !told.isCompletedExceptionally()) {
            breaker.releasePermission();
            return Mono.just(agreed.apply(told.join()));
        }
        return Mono.fromFuture(told.copy()) // others may wait for the same word of Redis
                .timeout(patience)
                .doOnSuccess(_ -> breaker.onSuccess(System.nanoTime() - begun, TimeUnit.NANOSECONDS))
                .map(agreed)
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
