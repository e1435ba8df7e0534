package dev.qapi.gateway.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class RedisAwayTests {

    private static final Duration PATIENCE = Duration.ofMillis(100);

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
            await().atMost(Duration.ofSeconds(1))
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
            var before = heap();
            var refused = Flux.range(0, 20_000)
                    .flatMap(number -> refused(redis), 20_000)
                    .filter(atOnce -> atOnce)
                    .count();
            assertThat(refused.block()).isGreaterThan(18_000);
            assertThat(heap() - before).isLessThan(16 << 20);
            Signal.CONT.to(server.pid());
        });
    }

    @Test
    void aKilledOneRefusesAtOnceAndTheNextOneIsFoundAgain() {
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
            await().atMost(Duration.ofSeconds(2))
                    .ignoreExceptions()
                    .until(() -> redis.opsForValue().set("key", "value").block());
        });
    }

    private static Duration failure(ReactiveStringRedisTemplate redis) {
        return StepVerifier.create(redis.opsForValue().get("key"))
                .expectError(DataAccessException.class)
                .verify(Duration.ofSeconds(5));
    }

    /** Whether it was refused in less time than the command's time limit. */
    private static Mono<Boolean> refused(ReactiveStringRedisTemplate redis) {
        return redis.opsForValue()
                .get("key")
                .thenReturn(false)
                .onErrorResume(e -> Mono.just(!String.valueOf(e.getMessage()).contains("timed out")));
    }

    private static long heap() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
