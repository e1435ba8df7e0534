package dev.qapi.gateway.limits;

import static java.util.concurrent.CompletableFuture.completedFuture;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * In this process: each gateway allows its share only, so that all of them together allow no more. What was admitted and
 * failed is all known here, be it told to Redis or not, so that no gateway ever allows more than the whole, whatever Redis
 * has forgotten or heard too late. Of failed matches the share is what is left after the others' shares.
 */
@Component
class NearBuckets implements Buckets {

    private static final int MOST = 200_000;

    private final Allowances allowances;
    private final Cache<Key, Bucket> wholes = cache();
    private final Cache<Key, Bucket> shares = cache();

    NearBuckets(Allowances allowances) {
        this.allowances = allowances;
    }

    @Override
    public CompletableFuture<Stand> take(Key key) {
        return completedFuture(taken(key));
    }

    Stand taken(Key key) {
        var limit = key.limit();
        if (isOfOneBucket(limit)) {
            return Stand.of(allowances.whole(limit), whole(key).tryConsumeAndReturnRemaining(1));
        }
        var spent = spent(key);
        if (spent != null) {
            return spent;
        }
        var probe = share(key).tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            whole(key).tryConsume(1);
        }
        return Stand.of(allowances.share(limit), probe);
    }

    /** If this gateway has admitted the whole by itself; what failed is counted even then. */
    @Nullable
    Stand spent(Key key) {
        var limit = key.limit();
        var bucket = limit.isOfMisses() ? null : wholes.getIfPresent(key);
        var ability = bucket == null ? null : bucket.estimateAbilityToConsume(1);
        return ability == null || ability.canBeConsumed()
                ? null
                : Stand.spent(allowances.whole(limit), ability, limit.period());
    }

    /** What Redis admitted, unless this gateway has admitted the whole by itself already. */
    Stand agreed(Key key, Stand told) {
        if (!isOfOneBucket(key.limit())) {
            share(key).tryConsume(1);
        }
        if (told.spent() && !key.limit().isOfMisses()) {
            return told;
        }
        var probe = whole(key).tryConsumeAndReturnRemaining(1);
        return told.spent() || probe.isConsumed() ? told : Stand.of(told.limit(), probe);
    }

    @Override
    public CompletableFuture<Long> left(Key key) {
        var limit = key.limit();
        return completedFuture(whole(key).getAvailableTokens() - allowances.whole(limit) + allowances.share(limit));
    }

    /** What this gateway knows of it by itself; everything if it knows nothing. */
    long atMost(Key key) {
        var bucket = wholes.getIfPresent(key);
        return bucket == null ? Long.MAX_VALUE : bucket.getAvailableTokens();
    }

    /** What was taken cost us nothing. */
    void giveBack(Key key) {
        whole(key).addTokens(1);
        if (!isOfOneBucket(key.limit())) {
            share(key).addTokens(1);
        }
    }

    private boolean isOfOneBucket(Limit limit) {
        return limit.isOfMisses() || allowances.share(limit) == allowances.whole(limit);
    }

    private Bucket whole(Key key) {
        return wholes.get(key, it -> filled(it.limit(), allowances.whole(it.limit())));
    }

    private Bucket share(Key key) {
        return shares.get(key, it -> filled(it.limit(), allowances.share(it.limit())));
    }

    private static Bucket filled(Limit limit, long capacity) {
        var bucket = Bucket.builder();
        for (var bandwidth : limit.bucket(capacity).getBandwidths()) {
            bucket.addLimit(bandwidth);
        }
        return bucket.build();
    }

    private static Cache<Key, Bucket> cache() {
        return Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterAccess(Duration.ofHours(24))
                .build();
    }
}
