package dev.qapi.gateway.resilience;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Answers kept in this process: found without leaving the thread. */
@Component
class NearStore implements AnswerStore {

    private record Entry(Kept<?> answer, Duration ttl) {}

    private final Cache<Question<?>, Entry> entries;

    NearStore(ResilienceProperties properties) {
        this.entries = Caffeine.newBuilder()
                .maximumSize(properties.remembered())
                .expireAfter(Expiry.<Question<?>, Entry>writing((_, entry) -> entry.ttl()))
                .build();
    }

    @Override
    @SuppressWarnings("unchecked") // a question names the type of its reply
    public <R> Mono<Kept<R>> find(Question<R> question) {
        return Mono.fromSupplier(() -> {
            var entry = entries.getIfPresent(question);
            return entry == null ? null : (Kept<R>) entry.answer();
        });
    }

    @Override
    public <R> Mono<Void> keep(Question<R> question, Kept<R> answer, Duration ttl) {
        return Mono.fromRunnable(() -> entries.put(question, new Entry(answer, ttl)));
    }

    @Override
    public Mono<Void> forget(Question<?> question) {
        return Mono.fromRunnable(() -> entries.invalidate(question));
    }
}
