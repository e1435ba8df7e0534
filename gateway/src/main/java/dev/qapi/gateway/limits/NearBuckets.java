package dev.qapi.gateway.limits;

import static java.util.concurrent.CompletableFuture.completedFuture;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/**
 * In this process: each gateway allows its share only, so that all of them together allow no more. Failed matches are all
 * known here, be they told to Redis or not; of them the share is what is left after the others' shares.
 */
@Component
class NearBuckets implements Buckets {

    private static final int MOST = 200_000;

    private final Allowances allowances;
    private final Cache<Key, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterAccess(Duration.ofHours(24))
            .build();

    NearBuckets(Allowances allowances) {
        this.allowances = allowances;
    }

    @Override
    public CompletableFuture<Stand> take(Key key) {
        return completedFuture(taken(key));
    }

    Stand taken(Key key) {
        return Stand.of(capacity(key.limit()), bucket(key).tryConsumeAndReturnRemaining(1));
    }

    @Override
    public CompletableFuture<Long> left(Key key) {
        var limit = key.limit();
        return completedFuture(bucket(key).getAvailableTokens() - capacity(limit) + allowances.share(limit));
    }

    /** What this gateway knows of it by itself; everything if it knows nothing. */
    long atMost(Key key) {
        var bucket = buckets.getIfPresent(key);
        return bucket == null ? Long.MAX_VALUE : bucket.getAvailableTokens();
    }

    private long capacity(Limit limit) {
        return limit.isOfMisses() ? allowances.whole(limit) : allowances.share(limit);
    }

    /** What was taken cost us nothing. */
    void giveBack(Key key) {
        bucket(key).addTokens(1);
    }

    private Bucket bucket(Key key) {
        return buckets.get(key, this::filled);
    }

    private Bucket filled(Key key) {
        var limits = key.limit().bucket(capacity(key.limit())).getBandwidths();
        var bucket = Bucket.builder();
        for (var limit : limits) {
            bucket.addLimit(limit);
        }
        return bucket.build();
    }
}
