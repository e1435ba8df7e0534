package dev.qapi.gateway.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.qapi.gateway.crypto.Pepper;
import io.github.bucket4j.distributed.AsyncBucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import io.github.bucket4j.distributed.proxy.optimization.DelayParameters;
import io.github.bucket4j.distributed.proxy.optimization.Optimization;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import io.lettuce.core.RedisException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * In Redis, where all gateways count together. What this one takes of a portal's allowance is told within a second or a
 * twentieth of it: portals ask by the thousand, and a few more harm nobody. Of every other limit, guesses above all, Redis
 * is asked each time, so that all gateways together allow no more than one would.
 */
@Component
class FarBuckets implements Buckets {

    private static final int KNOWN = 50_000;
    private static final int PARTS = 20;
    private static final Duration UNTOLD = Duration.ofSeconds(1);

    private final RedisLine line;
    private final Allowances allowances;
    private final Pepper pepper;
    private final Cache<Key, AsyncBucketProxy> known = Caffeine.newBuilder()
            .maximumSize(KNOWN)
            .expireAfterAccess(Duration.ofMinutes(1))
            .build();
    private volatile @Nullable AsyncProxyManager<String> manager;

    FarBuckets(RedisLine line, Allowances allowances, Pepper pepper) {
        this.line = line;
        this.allowances = allowances;
        this.pepper = pepper;
    }

    @Override
    public CompletableFuture<Stand> take(Key key) {
        return bucket(key)
                .tryConsumeAndReturnRemaining(1)
                .thenApply(probe -> Stand.of(allowances.whole(key.limit()), probe));
    }

    @Override
    public CompletableFuture<Long> left(Key key) {
        return bucket(key).getAvailableTokens();
    }

    private AsyncBucketProxy bucket(Key key) {
        var buckets = manager();
        return known.get(key, one -> made(one, buckets));
    }

    private AsyncBucketProxy made(Key key, AsyncProxyManager<String> buckets) {
        var whole = allowances.whole(key.limit());
        var configuration = key.limit().bucket(whole);
        return buckets.builder()
                .withOptimization(
                        key.limit() == Limit.CLIENT
                                ? Optimizations.delaying(new DelayParameters(Math.max(1, whole / PARTS), UNTOLD))
                                : Optimization.NONE_OPTIMIZED)
                .build(key.name(pepper), () -> CompletableFuture.completedFuture(configuration));
    }

    private AsyncProxyManager<String> manager() {
        var made = manager;
        if (made == null) {
            var open = line.open();
            if (open == null) {
                throw new RedisException("not connected yet");
            }
            made = open.expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(UNTOLD))
                    .build()
                    .asAsync();
            manager = made;
        }
        return made;
    }
}
