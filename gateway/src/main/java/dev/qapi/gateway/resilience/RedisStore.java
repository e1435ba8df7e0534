package dev.qapi.gateway.resilience;

import dev.qapi.gateway.crypto.Pepper;
import dev.qapi.gateway.crypto.Slot;
import dev.qapi.gateway.json.StrictJson;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.redis.connection.ReactiveRedisConnectionFactory;
import org.springframework.data.redis.core.ReactiveRedisTemplate;
import org.springframework.data.redis.serializer.RedisElementReader;
import org.springframework.data.redis.serializer.RedisElementWriter;
import org.springframework.data.redis.serializer.RedisSerializationContext;
import org.springframework.data.redis.serializer.RedisSerializer;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers kept in Redis, where every gateway finds them, under keyed hashes and sealed. Losing Redis costs speed, never
 * an answer: every command has {@code qapi.redis.patience}, and while it fails a breaker spares even that.
 */
@Component
class RedisStore implements AnswerStore {

    static final String NAME = "REDIS";

    private final ReactiveRedisTemplate<String, byte[]> redis;
    private final CircuitBreaker breaker;
    private final Pepper pepper;
    private final Counter failures;
    private final Counter garbage;
    private final Duration patience;
    private final JsonMapper json = StrictJson.forRegisters();

    RedisStore(
            ReactiveRedisConnectionFactory connections,
            CircuitBreakerRegistry breakers,
            Pepper pepper,
            MeterRegistry meters,
            @Value("${qapi.redis.patience:50ms}") Duration patience) {
        this.redis = new ReactiveRedisTemplate<>(connections, serialization());
        this.breaker = breakers.circuitBreaker(NAME, NAME);
        this.pepper = pepper;
        this.failures = meters.counter("qapi.cache.failures");
        this.garbage = meters.counter("qapi.cache.garbage");
        this.patience = patience;
    }

    @Override
    public <R> Mono<Kept<R>> find(Question<R> question) {
        return Mono.defer(() -> {
            var slot = slot(question);
            return spared(redis.opsForValue().get(slot.place())).flatMap(value -> open(slot, value, question));
        });
    }

    @Override
    public <R> Mono<Void> keep(Question<R> question, Kept<R> answer, Duration ttl) {
        return Mono.defer(() -> {
            var slot = slot(question);
            return spared(redis.opsForValue().set(slot.place(), slot.seal(json.writeValueAsBytes(answer)), ttl))
                    .then();
        });
    }

    @Override
    public Mono<Void> forget(Question<?> question) {
        return Mono.defer(() -> spared(redis.delete(slot(question).place())).then());
    }

    /** Where it lies. */
    String place(Question<?> question) {
        return slot(question).place();
    }

    /** Empty if Redis does not do it in time. */
    <T> Mono<T> spared(Mono<T> command) {
        return command.timeout(patience)
                .transformDeferred(CircuitBreakerOperator.of(breaker))
                .onErrorResume(_ -> {
                    failures.increment();
                    return Mono.empty();
                });
    }

    /** Garbage and answers of an older shape are forgotten, so that they are met once. */
    private <R> Mono<Kept<R>> open(Slot slot, byte[] value, Question<R> question) {
        var kept = json.getTypeFactory().constructParametricType(Kept.class, question.reply());
        try {
            var opened = slot.open(value);
            if (opened.isPresent()) {
                return Mono.just(json.<Kept<R>>readValue(opened.get(), kept));
            }
        } catch (JacksonException olderShape) {
            // forgotten below
        }
        garbage.increment();
        return spared(redis.delete(slot.place())).then(Mono.empty());
    }

    private Slot slot(Question<?> question) {
        return pepper.slot(question.reply().getName(), json.writeValueAsBytes(question.inquiry()));
    }

    private static RedisSerializationContext<String, byte[]> serialization() {
        return RedisSerializationContext.<String, byte[]>newSerializationContext(RedisSerializer.string())
                .value((RedisElementReader<byte[]>) RedisStore::bytes, (RedisElementWriter<byte[]>) ByteBuffer::wrap)
                .build();
    }

    private static byte[] bytes(ByteBuffer buffer) {
        var bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
