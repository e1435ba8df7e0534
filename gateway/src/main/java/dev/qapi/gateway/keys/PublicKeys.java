package dev.qapi.gateway.keys;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.jwk.source.RateLimitedJWKSetSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * An issuer's keys. A key that is known costs nothing; they are fetched anew ahead of time, and at most twice in {@link #INTERVAL} however many tokens name unknown
 * ones. What the issuer no longer names dies within {@link #LIFE}; while it names nothing at all, because it is down, the last word counts for {@link #OUTAGE}.
 */
final class PublicKeys implements Disposable {

    /** Two fetches in this time, whatever comes. */
    static final Duration INTERVAL = Duration.ofSeconds(30);

    static final Duration LIFE = Duration.ofMinutes(5);
    static final Duration OUTAGE = Duration.ofHours(24);
    /** All that a token may wait for, of the 500 ms that a stall may cost a caller. */
    private static final Duration PATIENCE = Duration.ofMillis(400);

    /** @param since when the issuer was last asked, @param told when it last answered: not the same while it is down */
    private record Held(JWKSet keys, long since, long told) {}

    private final JWKSetSource<SecurityContext> source;
    private final LongSupplier millis;
    private final Flux<Held> fetch;
    private final Scheduler scheduler;
    private final Duration ahead;
    private final AtomicBoolean renewed = new AtomicBoolean();
    private final Disposable.Swap renewal = Disposables.swap();
    private volatile @Nullable Held held;

    /** @param millis a clock that never steps, in milliseconds from any moment on */
    PublicKeys(JWKSetSource<SecurityContext> endpoint, Duration ahead, LongSupplier millis, Scheduler scheduler) {
        this.source = new RateLimitedJWKSetSource<>(endpoint, INTERVAL.toMillis(), null);
        this.ahead = ahead;
        this.millis = millis;
        this.scheduler = scheduler;
        this.fetch = Mono.defer(() -> asked(millis.getAsLong()))
                .doOnNext(this::hold)
                .flux()
                .share();
    }

    /** Those that may have signed it, none if the issuer does not name such a key; {@link KeysUnavailable} if it names nothing. */
    Flux<JWK> of(JWSHeader header) {
        var selector = new JWKSelector(JWKMatcher.forJWSHeader(header));
        return Flux.defer(() -> {
            var known = known(selector);
            return known.isEmpty() ? anew(selector) : Flux.fromIterable(known);
        });
    }

    /** Fetches them before anybody needs them; if that fails the first who does tries again. */
    void warm() {
        fetch.then().subscribe();
    }

    private Flux<JWK> anew(JWKSelector selector) {
        return fetch.then().thenMany(Flux.defer(() -> isAlive() ? Flux.fromIterable(known(selector)) : gone()));
    }

    private static <T> Flux<T> gone() {
        return Flux.error(new KeysUnavailable());
    }

    private List<JWK> known(JWKSelector selector) {
        var now = held;
        return now == null || !isAlive() ? List.of() : selector.select(now.keys());
    }

    /** Null if none counts now; another object whenever the issuer has been asked. */
    @Nullable
    JWKSet counting() {
        var now = held;
        return now != null && isAlive() ? now.keys() : null;
    }

    private boolean isAlive() {
        var now = held;
        return now != null && millis.getAsLong() - now.since() < LIFE.toMillis();
    }

    private Mono<Held> asked(long now) {
        return Mono.fromCallable(() -> fetched(now))
                .subscribeOn(scheduler)
                .timeout(PATIENCE)
                .onErrorComplete()
                .switchIfEmpty(Mono.fromCallable(() -> lastWord(now)));
    }

    /** Null if they cannot be had: whoever has stopped waiting wants to hear of no error. */
    private @Nullable Held fetched(long asked) {
        try {
            return new Held(source.getJWKSet(JWKSetCacheRefreshEvaluator.noRefresh(), asked, null), asked, asked);
        } catch (RateLimitReachedException notAsked) {
            return held; // and no younger for it
        } catch (KeySourceException away) {
            return null;
        }
    }

    private @Nullable Held lastWord(long asked) {
        var last = held;
        return last == null || asked - last.told() >= OUTAGE.toMillis()
                ? null
                : new Held(last.keys(), asked, last.told());
    }

    private void hold(Held fresh) {
        held = fresh;
        keepFresh();
    }

    /** So that nobody waits for what will be needed: a stall is over before what is held is. From the first success on. */
    private void keepFresh() {
        if (renewed.compareAndSet(false, true)) {
            renewal.update(Flux.interval(ahead, scheduler)
                    .onBackpressureDrop()
                    .concatMap(_ -> fetch.then())
                    .subscribe());
        }
    }

    @Override
    public void dispose() {
        renewal.dispose();
    }
}
