package dev.qapi.gateway.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class RedisAwayTests {

    private static final Duration PATIENCE = Duration.ofMillis(100);

    /** Without a bound all 20 000 would wait; with it as few as 1000 do, and more on a busy machine. */
    private static final long MOST = 15_000;

    @TempDir
    static Path data;

    private final EmbeddedRedis server = EmbeddedRedis.in(data);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aStoppedOneFailsAReadWithinATenthOfASecondAndAnswersAgainOnceContinued() {
        Contexts.redis(server.properties()).run(context -> {
            var redis = context.getBean(ReactiveStringRedisTemplate.class);
            redis.opsForValue().set("key", "value").block();
            redis.opsForValue().get("key").block();
            Signal.STOP.to(server.pid());
            assertThat(failure(redis)).isLessThan(PATIENCE);
            Signal.CONT.to(server.pid());
            await().atMost(Duration.ofSeconds(5))
                    .ignoreExceptions()
                    .until(() -> "value".equals(redis.opsForValue().get("key").block()));
        });
    }

    @Test
    void aStoppedOneNeverQueuesWithoutBound() {
        Contexts.redis(server.properties()).run(context -> {
            var redis = context.getBean(ReactiveStringRedisTemplate.class);
            redis.opsForValue().get("key").block();
            Signal.STOP.to(server.pid());
            assertThat(waitingOf20000(redis)).isLessThan(MOST);
            var before = heap();
            assertThat(waitingOf20000(redis)).isLessThan(MOST);
            await().untilAsserted(() -> assertThat(heap() - before).isLessThan(8 << 20));
            Signal.CONT.to(server.pid());
        });
    }

    @Test
    void aKilledOneRefusesAtOnce() {
        Contexts.redis(server.properties()).run(context -> {
            var redis = context.getBean(ReactiveStringRedisTemplate.class);
            redis.opsForValue().get("key").block();
            Signal.KILL.to(server.pid());
            await().until(() -> ProcessHandle.of(server.pid()).isEmpty());
            assertThat(failure(redis)).isLessThan(PATIENCE);
        });
    }

    @Test
    void theStartNeitherFailsNorWaitsForOneThatIsAway() {
        Contexts.redis(Map.of("spring.data.redis.url", "redis://127.0.0.1:1")).run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(failure(context.getBean(ReactiveStringRedisTemplate.class)))
                    .isLessThan(PATIENCE);
        });
    }

    @Test
    void oneThatIsSilentAtTheStartHoldsNoCallerAndIsFoundLater() {
        Signal.STOP.to(server.pid());
        Contexts.redis(server.properties()).run(context -> {
            var redis = context.getBean(ReactiveStringRedisTemplate.class);
            assertThat(failure(redis)).isLessThan(PATIENCE);
            Signal.CONT.to(server.pid());
            await().atMost(Duration.ofSeconds(5))
                    .ignoreExceptions()
                    .until(() -> redis.opsForValue().set("key", "value").block());
        });
    }

    /** How long the fastest of some takes to fail: what a busy machine adds is not of interest. */
    private static Duration failure(ReactiveStringRedisTemplate redis) {
        return IntStream.range(0, 5)
                .mapToObj(number -> StepVerifier.create(redis.opsForValue().get("key"))
                        .expectError(DataAccessException.class)
                        .verify(Duration.ofSeconds(5)))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** How many of many took a command's whole time limit to fail, rather than being refused at once. */
    private static @Nullable Long waitingOf20000(ReactiveStringRedisTemplate redis) {
        return Flux.range(0, 20_000)
                .flatMap(
                        number -> redis.opsForValue()
                                .get("key")
                                .thenReturn(true)
                                .onErrorResume(e -> Mono.just(e instanceof QueryTimeoutException)),
                        20_000)
                .filter(waited -> waited)
                .count()
                .block();
    }

    private static long heap() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
