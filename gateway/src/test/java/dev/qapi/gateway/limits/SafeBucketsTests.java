package dev.qapi.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.qapi.gateway.crypto.Peppers;
import dev.qapi.gateway.stores.OwnRedis;
import dev.qapi.gateway.stores.Signal;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** Two gateways and a real Redis, with and without it. */
class SafeBucketsTests {

    private static final Duration PATIENCE = Duration.ofMillis(50);

    private final OwnRedis redis = new OwnRedis();
    private Gateway one = new Gateway(redis.port());
    private Gateway other = new Gateway(redis.port());

    @BeforeEach
    void connected() {
        await().atMost(Duration.ofSeconds(20)).until(() -> one.isHeard() && other.isHeard());
    }

    @AfterEach
    void stop() {
        one.close();
        other.close();
        redis.close();
    }

    @Test
    void whatOneGatewayAllowsTheOtherDoesNotAllowAgain() {
        var key = somebody(Limit.MISSES);

        assertThat(one.taken(key, 20)).isEqualTo(20);
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(other.left(key)).isLessThanOrEqualTo(12));
    }

    /** Not even by a twentieth each. */
    @ParameterizedTest
    @CsvSource({"LOOKUPS, 60", "MISSES, 30", "CASE, 5"})
    void bothTogetherAllowNoMoreThanOneWould(Limit limit, int whole) {
        var key = somebody(limit);
        var taken = 0;
        for (var turn = 0; turn < whole; turn++) {
            taken += one.taken(key, 1) + other.taken(key, 1);
        }

        assertThat(taken).isBetween(whole, whole + 1);
    }

    @Test
    void whatAPortalIsKnownToHaveNeedsNoWordWithRedis() {
        var key = somebody(Limit.CLIENT);
        one.taken(key, 1);
        redis.feels(Signal.STOP);
        var begun = System.nanoTime();

        assertThat(one.taken(key, 1)).isOne();
        assertThat(System.nanoTime() - begun).isLessThan(PATIENCE.toNanos());
        assertThat(one.alone()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"STOP", "KILL"})
    void withoutRedisEachAllowsItsShareAndNobodyWaitsForLong(Signal signal) {
        redis.feels(signal);
        var key = somebody(Limit.LOOKUPS);
        var begun = System.nanoTime();

        assertThat(one.taken(key, 200)).isBetween(30, 33);
        assertThat(other.taken(key, 200)).isBetween(30, 33);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(PATIENCE.multipliedBy(60));
        assertThat(one.alone()).isGreaterThan(150);
    }

    @Test
    void aTargetIsNotOpenEither() {
        redis.feels(Signal.STOP);
        var key = somebody(Limit.CASE);

        assertThat(one.left(key)).isEqualTo(2);
        one.taken(key, 2);
        assertThat(one.left(key)).isZero();
    }

    @Test
    void whatWasGuessedIsNotForgottenWithRedis() {
        var key = somebody(Limit.CASE);
        one.taken(key, 5);
        redis.feels(Signal.KILL);
        redis.comesBack();

        await().during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(one.left(key)).isLessThanOrEqualTo(0));
    }

    @Test
    void whatRedisForgetsIsNotAllowedAgain() {
        var key = somebody(Limit.LOOKUPS);
        assertThat(one.taken(key, 60)).isEqualTo(60);
        redis.feels(Signal.KILL);
        assertThat(one.taken(key, 30)).isLessThan(3);
        redis.comesBack();

        await().during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(one.taken(key, 20)).isLessThan(3));
        assertThat(other.taken(key, 20)).isEqualTo(20);
    }

    private static Key somebody(Limit limit) {
        return Key.of(limit, UUID.randomUUID().toString());
    }

    private static final class Gateway {

        private final MeterRegistry meters = new SimpleMeterRegistry();
        private final LettuceConnectionFactory redis;
        private final RedisLine line;
        private final SafeBuckets buckets;

        Gateway(int port) {
            redis = new LettuceConnectionFactory("127.0.0.1", port);
            redis.afterPropertiesSet();
            redis.start();
            line = new RedisLine(redis);
            line.start();
            var second = Duration.ofSeconds(1);
            var breaker = CircuitBreakerConfig.custom()
                    .slidingWindowSize(20)
                    .minimumNumberOfCalls(10)
                    .waitDurationInOpenState(second)
                    .build();
            var allowances = new Allowances(
                    new LimitsProperties(60, 60, 600, 600, 12_000, 30, 5, 50, 2, null, second, second), false);
            buckets = new SafeBuckets(
                    new FarBuckets(line, allowances, Peppers.any()),
                    new NearBuckets(allowances),
                    CircuitBreakerRegistry.of(Map.of("REDIS", breaker)),
                    meters,
                    PATIENCE);
        }

        boolean isHeard() {
            return line.open() != null;
        }

        int taken(Key key, int times) {
            return (int) IntStream.range(0, times)
                    .filter(_ ->
                            !Objects.requireNonNull(buckets.take(key).block()).spent())
                    .count();
        }

        long left(Key key) {
            return Objects.requireNonNull(buckets.left(key).block());
        }

        double alone() {
            return meters.counter("qapi.limits.alone").count();
        }

        void close() {
            line.stop();
            redis.destroy();
        }
    }
}
