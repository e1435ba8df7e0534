package dev.qapi.gateway.limits;

import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce.LettuceBasedProxyManagerBuilder;
import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.stereotype.Component;

/**
 * A connection of the limits' own to the same Redis, of the same client and so with the same little patience. It is made
 * beside, by whoever finds none: nobody waits for it. Once it stands, Lettuce keeps it.
 */
@Component
class RedisLine implements SmartLifecycle {

    private static final RedisCodec<String, byte[]> CODEC = RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);

    private final LettuceConnectionFactory redis;
    private final AtomicBoolean connecting = new AtomicBoolean();
    private volatile @Nullable LettuceBasedProxyManagerBuilder<String> line;
    private volatile boolean running;

    RedisLine(LettuceConnectionFactory redis) {
        this.redis = redis;
    }

    /** Null until it stands. */
    @Nullable
    LettuceBasedProxyManagerBuilder<String> open() {
        if (line == null && running && connecting.compareAndSet(false, true)) {
            Thread.ofVirtual().name("limits connect").start(this::connect);
        }
        return line;
    }

    private void connect() {
        try {
            line = over(redis.getRequiredNativeClient());
        } catch (RedisException | IllegalStateException away) {
            line = null;
        } finally {
            connecting.set(false);
        }
    }

    private static LettuceBasedProxyManagerBuilder<String> over(AbstractRedisClient client) {
        if (client instanceof RedisClusterClient cluster) {
            StatefulRedisClusterConnection<String, byte[]> connection = cluster.connect(CODEC);
            return Bucket4jLettuce.casBasedBuilder(connection);
        }
        StatefulRedisConnection<String, byte[]> connection = ((RedisClient) client).connect(CODEC);
        return Bucket4jLettuce.casBasedBuilder(connection);
    }

    @Override
    public void start() {
        running = true;
        open();
    }

    @Override
    public void stop() {
        running = false;
        line = null;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the client has been made; it closes all its connections when it stops. */
    @Override
    public int getPhase() {
        return redis.getPhase() + 1;
    }
}
