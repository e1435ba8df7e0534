package dev.qapi.gateway.stores;

import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.SocketOptions.KeepAliveOptions;
import io.lettuce.core.SocketOptions.TcpUserTimeoutOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.resource.Delay;
import io.lettuce.core.resource.EpollProvider;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.redis.autoconfigure.ClientResourcesBuilderCustomizer;
import org.springframework.boot.data.redis.autoconfigure.DataRedisProperties;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.boot.data.redis.health.DataRedisReactiveHealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/**
 * Redis may cost speed, never an answer: a command that cannot be sent is refused at once and one that is not answered
 * is given up within {@code qapi.redis.patience}. Untuned, a stopped Redis holds each request for a minute.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RedisProperties.class)
class RedisConfiguration {

    private static final int QUEUE = 1000;

    private final Duration connecting;
    private final Duration greeting;

    RedisConfiguration(DataRedisProperties redis) {
        connecting = Objects.requireNonNullElse(redis.getConnectTimeout(), Duration.ofMillis(500));
        greeting = Objects.requireNonNullElse(redis.getTimeout(), Duration.ofMillis(500));
    }

    @Bean
    LettuceClientOptionsBuilderCustomizer impatientRedis(RedisProperties properties) {
        return options -> options.disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .requestQueueSize(QUEUE)
                .timeoutOptions(TimeoutOptions.enabled(properties.patience()))
                .socketOptions(socket());
    }

    /** A silent network is noticed in seconds; the kernel alone would hope for a quarter of an hour. */
    private SocketOptions socket() {
        var silence = Duration.ofSeconds(3);
        var keepAlive = KeepAliveOptions.builder()
                .enable()
                .idle(silence)
                .interval(Duration.ofSeconds(1))
                .count(3)
                .build();
        var socket = SocketOptions.builder().connectTimeout(connecting).keepAlive(keepAlive);
        return EpollProvider.isAvailable()
                ? socket.tcpUserTimeout(TcpUserTimeoutOptions.builder()
                                .enable()
                                .tcpUserTimeout(silence)
                                .build())
                        .build()
                : socket.build();
    }

    @Bean
    ClientResourcesBuilderCustomizer soonReconnected() {
        return resources -> resources.reconnectDelay(
                Delay.equalJitter(Duration.ofMillis(50), Duration.ofSeconds(1), 50, TimeUnit.MILLISECONDS));
    }

    @Bean
    @Primary
    RedisOnceConnected redisOnceConnected(LettuceConnectionFactory redis) {
        return new RedisOnceConnected(redis, connecting.plus(greeting));
    }

    @Bean
    DataRedisReactiveHealthIndicator redisHealthIndicator(RedisOnceConnected redis) {
        return new DataRedisReactiveHealthIndicator(redis);
    }
}
