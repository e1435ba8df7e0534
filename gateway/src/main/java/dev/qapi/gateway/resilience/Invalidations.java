package dev.qapi.gateway.resilience;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.redis.connection.ReactiveSubscription.Message;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Tells the other gateways which answers they must not go on telling, and hears it of them (Redis Pub/Sub): of whom a register has just said that it knows nobody
 * like that, no gateway may say what it has kept near at hand. A message is the place of the answer, a keyed hash. One that is missed while Redis is away costs no more
 * than a gateway on its own would: what is kept is told for as long as its policy lets it be.
 */
@Component
class Invalidations implements SmartLifecycle {

    static final String CHANNEL = "qapi:invalidations";

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private record Near(Question<?> question, Duration ttl) {}

    private final NearStore near;
    private final RedisStore far;
    private final ReactiveStringRedisTemplate redis;
    private final Cache<String, Near> places;
    private volatile Disposable listening = Disposables.disposed();

    Invalidations(NearStore near, RedisStore far, ReactiveStringRedisTemplate redis, ResilienceProperties properties) {
        this.near = near;
        this.far = far;
        this.redis = redis;
        this.places = Caffeine.newBuilder()
                .maximumSize(properties.remembered())
                .expireAfter(Expiry.<String, Near>writing((_, entry) -> entry.ttl()))
                .build();
    }

    /** It is near at hand for so long, and may be invalid sooner. */
    void expect(Question<?> question, Duration ttl) {
        places.put(far.place(question), new Near(question, ttl));
    }

    /** To all gateways, this one among them. */
    Mono<Void> tell(Question<?> question) {
        return far.spared(redis.convertAndSend(CHANNEL, far.place(question))).then();
    }

    private void heard(String place) {
        var entry = places.asMap().remove(place);
        if (entry != null) {
            near.forget(entry.question()).subscribe();
        }
    }

    @Override
    public void start() {
        listening = Flux.defer(() -> redis.listenToChannel(CHANNEL))
                .map(Message::getMessage)
                .doOnNext(this::heard)
                .repeatWhen(ended -> ended.delayElements(PAUSE))
                .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, PAUSE))
                .subscribe();
    }

    @Override
    public void stop() {
        listening.dispose();
    }

    @Override
    public boolean isRunning() {
        return !listening.isDisposed();
    }
}
