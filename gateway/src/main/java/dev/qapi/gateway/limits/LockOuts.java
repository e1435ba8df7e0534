package dev.qapi.gateway.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.qapi.gateway.crypto.Pepper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Which targets have been guessed at until nothing was left. Redis may lose what was counted there; this is in Mongo too, so that
 * nobody begins anew and every gateway knows. No question waits for Mongo: it is told and asked beside, and while it is away each
 * gateway knows its own.
 */
@Component
class LockOuts implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(LockOuts.class);
    private static final int MOST = 200_000;
    /** Of every limit that has targets. */
    private static final Duration PERIOD = Limit.CASE.period();
    /** Gateways' clocks may differ by as much, and one may have been late to tell. */
    private static final Duration LATE = Duration.ofMinutes(10);

    private static final Duration LAST_TRY = Duration.ofSeconds(1);

    private final LockOutStore store;
    private final Allowances allowances;
    private final Pepper pepper;
    private final Clock clock;
    private final Duration pause;
    private final Cache<String, Instant> known =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(PERIOD).build();
    private final Map<String, Instant> untold = new ConcurrentHashMap<>();
    private volatile Instant learnt = Instant.EPOCH;
    private volatile Disposable exchange = Disposables.disposed();

    /** @param pause between two looks at the store */
    LockOuts(
            LockOutStore store,
            Allowances allowances,
            Pepper pepper,
            Clock clock,
            @Value("${qapi.limits.exchange:2s}") Duration pause) {
        this.store = store;
        this.allowances = allowances;
        this.pepper = pepper;
        this.clock = clock;
        this.pause = pause;
    }

    /** What may be left of it: what has filled up since nothing was; everything if there always was something. */
    long atMost(Key key) {
        var until = known.estimatedSize() == 0 ? null : known.getIfPresent(key.name(pepper));
        var rest = until == null ? Duration.ZERO : Duration.between(clock.instant(), until);
        var whole = allowances.whole(key.limit());
        return rest.isPositive() ? whole - Math.ceilDiv(whole * rest.toMillis(), PERIOD.toMillis()) : Long.MAX_VALUE;
    }

    /** One has been taken; whoever asks is not locked out here but told (429). */
    void taken(Key key, Stand stand) {
        if (!key.target().isEmpty() && Math.min(stand.left(), atMost(key) - 1) <= 0) {
            var name = key.name(pepper);
            var until = clock.instant().plus(PERIOD);
            known.put(name, until);
            if (untold.size() < MOST) {
                untold.put(name, until);
            }
        }
    }

    private Mono<Void> exchanged() {
        return told().then(learnt())
                .then(Mono.defer(() -> store.forgetThoseOverAt(clock.instant())))
                .onErrorResume(away -> {
                    log.debug("lock-outs wait for Mongo: {}", away.getClass().getName());
                    return Mono.empty();
                });
    }

    private Mono<Void> told() {
        return Flux.defer(() -> Flux.fromIterable(untold.entrySet()))
                .concatMap(lock -> {
                    var name = lock.getKey();
                    var until = lock.getValue();
                    return store.put(name, until).doOnSuccess(_ -> untold.remove(name, until));
                })
                .then();
    }

    /** At first all, then those that began since. */
    private Mono<Void> learnt() {
        return Mono.defer(() -> {
            var now = clock.instant();
            var since = learnt.equals(Instant.EPOCH) ? now : learnt.minus(LATE).plus(PERIOD);
            return store.endingAfter(since)
                    .doOnNext(lock -> known.asMap().merge(lock.getKey(), lock.getValue(), LockOuts::later))
                    .then(Mono.fromRunnable(() -> learnt = now));
        });
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    @Override
    public void start() {
        exchange = Disposables.composite(
                Mono.defer(this::exchanged)
                        .repeatWhen(done -> done.delayElements(pause))
                        .subscribe(),
                store.index().subscribe());
    }

    @Override
    public void stop() {
        exchange.dispose();
    }

    @Override
    public void stop(Runnable callback) {
        stop();
        told().timeout(LAST_TRY)
                .onErrorComplete()
                .doFinally(_ -> callback.run())
                .subscribe();
    }

    /** Until after the last question. */
    @Override
    public int getPhase() {
        return -1;
    }

    @Override
    public boolean isRunning() {
        return !exchange.isDisposed();
    }
}
