package dev.qapi.gateway.resilience;

import com.github.benmanes.caffeine.cache.Cache;
import java.util.Objects;
import org.springframework.context.ApplicationContext;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.test.util.ReflectionTestUtils;

/** Lets a gateway forget all answers that it keeps, in its own process and in its Redis. */
public final class Amnesia {

    private Amnesia() {}

    /** As if nobody had asked anything yet. */
    public static void strikes(ApplicationContext gateway) {
        var entries = ReflectionTestUtils.getField(gateway.getBean(NearStore.class), "entries");
        ((Cache<?, ?>) Objects.requireNonNull(entries)).invalidateAll();
        try (var redis = gateway.getBean(RedisConnectionFactory.class).getConnection()) {
            redis.serverCommands().flushAll();
        }
    }
}
