package dev.qapi.gateway.resilience;

import static dev.qapi.gateway.resilience.AnswerStoreContract.LONG;
import static dev.qapi.gateway.resilience.AnswerStoreContract.THEN;
import static dev.qapi.gateway.resilience.AnswerStoreContract.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.qapi.gateway.resilience.Said.Ask;
import dev.qapi.gateway.stores.OwnRedis;
import dev.qapi.gateway.stores.Signal;
import dev.qapi.gateway.support.OwnGateway;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.lettuce.core.resource.ClientResources;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the patience of production. */
class RedisStoreAwayTests {

    @TempDir
    static Path data;

    private static OwnRedis redis;
    private static OwnGateway gateway;

    @BeforeAll
    static void start() {
        redis = new OwnRedis();
        gateway = OwnGateway.on(data, "REDIS_URL=redis://127.0.0.1:" + redis.port());
    }

    @AfterAll
    static void stop() {
        gateway.close();
        redis.close();
    }

    @BeforeEach
    void healthy() {
        isUsed(somebody());
        breaker().reset();
    }

    private static void isUsed(Ask ask) {
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            keep(ask);
            return found(ask) != null;
        });
    }

    private static CircuitBreaker breaker() {
        return gateway.bean(CircuitBreakerRegistry.class).circuitBreaker(RedisStore.NAME);
    }

    private static @Nullable Kept<Said> found(Ask ask) {
        return gateway.bean(RedisStore.class).find(ask.question()).block(LONG);
    }

    private static void keep(Ask ask) {
        gateway.bean(RedisStore.class)
                .keep(ask.question(), Said.kept(ask, "said", THEN), LONG)
                .block(LONG);
    }

    @Test
    void oneThatIsStoppedCostsItsPatienceAndSoonNothing() {
        redis.feels(Signal.STOP);
        try {
            var begun = System.nanoTime();
            for (var i = 0; i < 9; i++) {
                assertThat(found(somebody())).isNull();
            }
            keep(somebody());
            // ten times 50 ms, and as much again for a busy machine
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(1_000));
            assertThat(breaker().getState()).isEqualTo(CircuitBreaker.State.OPEN);
            var spared = System.nanoTime();
            for (var i = 0; i < 100; i++) {
                assertThat(found(somebody())).isNull();
            }
            assertThat(Duration.ofNanos(System.nanoTime() - spared)).isLessThan(Duration.ofMillis(1_000));
        } finally {
            redis.feels(Signal.CONT);
        }
        isUsed(somebody());
    }

    /** A span that has not begun when its command is given up throws at whoever gives it up, and the answer is lost. */
    @Test
    void noCommandCarriesASpan() {
        assertThat(gateway.bean(ClientResources.class).tracing().isEnabled()).isFalse();
    }

    @Test
    void oneThatIsKilledIsAMissAndIsUsedAgainOnceItIsBack() {
        redis.feels(Signal.KILL);
        try {
            assertThat(found(somebody())).isNull();
            keep(somebody());
        } finally {
            redis.comesBack();
        }
        isUsed(somebody());
    }
}
