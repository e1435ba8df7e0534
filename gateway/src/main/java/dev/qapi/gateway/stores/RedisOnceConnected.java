package dev.qapi.gateway.stores;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.RedisConnectionFailureException;
import org.springframework.data.redis.connection.ReactiveRedisClusterConnection;
import org.springframework.data.redis.connection.ReactiveRedisConnection;
import org.springframework.data.redis.connection.ReactiveRedisConnectionFactory;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/**
 * Refuses at once until the first connection stands. Spring's factory connects on the thread of whoever asks first,
 * under a lock, and so would hold every event loop, one after another, while Redis cannot be reached at the start.
 * Once connected, Lettuce reconnects by itself and without blocking.
 */
final class RedisOnceConnected implements ReactiveRedisConnectionFactory, SmartLifecycle {

    private static final Executor BESIDE =
            task -> Thread.ofVirtual().name("redis connect").start(task);

    private final LettuceConnectionFactory redis;
    private final Duration patience;
    private final AtomicReference<@Nullable CompletableFuture<Void>> attempt = new AtomicReference<>();
    private volatile boolean connected;
    private volatile boolean running;

    RedisOnceConnected(LettuceConnectionFactory redis, Duration patience) {
        this.redis = redis;
        this.patience = patience;
    }

    @Override
    public ReactiveRedisConnection getReactiveConnection() {
        assertConnected();
        return redis.getReactiveConnection();
    }

    @Override
    public ReactiveRedisClusterConnection getReactiveClusterConnection() {
        assertConnected();
        return redis.getReactiveClusterConnection();
    }

    private void assertConnected() {
        if (!connected) {
            var _ = connect();
            throw new RedisConnectionFailureException("Redis has not been reached yet");
        }
    }

    /** One attempt at a time, started by whoever finds Redis not connected. */
    private CompletableFuture<Void> connect() {
        var mine = new CompletableFuture<Void>();
        var other = attempt.compareAndExchange(null, mine);
        if (other != null) {
            return other;
        }
        BESIDE.execute(() -> {
            try {
                ReactiveRedisConnection connection = redis.getReactiveConnection();
                connection.close();
                connected = true;
            } catch (RuntimeException away) {
                connected = false;
            } finally {
                attempt.set(null);
                mine.complete(null);
            }
        });
        return mine;
    }

    @Override
    public void start() {
        running = true;
        connect()
                .completeOnTimeout(null, patience.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    @Override
    public void stop() {
        running = false;
        connected = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the factory has started, before it stops. */
    @Override
    public int getPhase() {
        return redis.getPhase() + 1;
    }

    @Override
    public @Nullable DataAccessException translateExceptionIfPossible(RuntimeException e) {
        return redis.translateExceptionIfPossible(e);
    }
}
