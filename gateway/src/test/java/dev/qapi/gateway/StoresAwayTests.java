package dev.qapi.gateway;

import static dev.qapi.gateway.support.People.somebody;
import static dev.qapi.gateway.support.People.track;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.qapi.gateway.stores.OwnRedis;
import dev.qapi.gateway.stores.Signal;
import dev.qapi.gateway.support.Crowd;
import dev.qapi.gateway.support.OwnGateway;
import io.lettuce.core.RedisClient;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.scheduler.Schedulers;

/** Losing Redis costs speed, never an answer. */
class StoresAwayTests {

    /** What a stopped Redis may cost a cold question: 50 ms to look, and to spare on a busy machine. */
    private static final Duration COST = Duration.ofMillis(60 + 90);

    @TempDir
    static Path data;

    private static OwnRedis redis;
    private static OwnGateway gateway;
    private static WebTestClient http;

    @BeforeAll
    static void start() {
        redis = new OwnRedis();
        gateway = OwnGateway.on(
                data,
                "REDIS_URL=redis://127.0.0.1:" + redis.port(),
                "qapi.resilience.concurrent=4000",
                "qapi.resilience.response=20s",
                "qapi.resilience.deadline=20s",
                "qapi.ehis.connections=2100",
                "qapi.ehis.connect=20s");
        http = gateway.http();
        people(200, 16); // warms up
    }

    @AfterAll
    static void stop() {
        gateway.close();
        redis.close();
    }

    @BeforeEach
    @AfterEach
    void redisIsUsed() {
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            var before = keys();
            track(http, somebody()).expectStatus().isOk().expectBody();
            return keys() > before;
        });
    }

    private static long keys() {
        var client = RedisClient.create("redis://127.0.0.1:" + redis.port());
        try {
            return client.connect().sync().dbsize();
        } finally {
            client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        }
    }

    private static List<Crowd.Told> people(int people, int atOnce) {
        return Crowd.asks(gateway.port(), people, atOnce)
                .collectList()
                .blockOptional(Duration.ofSeconds(90))
                .orElseThrow();
    }

    private static Duration median(List<Crowd.Told> told) {
        assertThat(told).allSatisfy(one -> {
            assertThat(one.status()).isEqualTo(200);
            assertThat(one.body()).contains("\"freshness\":\"FRESH\"");
        });
        return told.stream().map(Crowd.Told::time).sorted().toList().get(told.size() / 2);
    }

    @Test
    void aStoppedRedisCostsAColdQuestionSomeMillisecondsAndAKnownOneNothing() {
        var known = somebody();
        track(http, known).expectStatus().isOk().expectBody();
        var usually = median(people(15, 1));
        redis.feels(Signal.STOP);
        try {
            // fewer than the breaker needs, so that each of them waits
            assertThat(median(people(7, 1))).isLessThan(usually.plus(COST));
            assertThat(median(people(30, 1))).isLessThan(usually.plus(COST));
            track(http, known)
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.freshness")
                    .isEqualTo("CACHED");
        } finally {
            redis.feels(Signal.CONT);
        }
    }

    @Test
    void nothingPilesUpWhileItIsStopped() {
        people(2_000, 2_000);
        var heap = heap();
        var threads = ManagementFactory.getThreadMXBean().getThreadCount();
        redis.feels(Signal.STOP);
        try {
            assertThat(people(2_000, 2_000)).extracting(Crowd.Told::status).containsOnly(200);
            // everything else that runs in this process moves the heap too
            await().untilAsserted(() -> assertThat(heap() - heap).isLessThan(96L << 20));
            assertThat(ManagementFactory.getThreadMXBean().getThreadCount())
                    .as("what a limited pool may add, and a few")
                    .isLessThan(threads + Schedulers.DEFAULT_BOUNDED_ELASTIC_SIZE + 20);
        } finally {
            redis.feels(Signal.CONT);
        }
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    @Test
    void aKilledRedisIsNotNoticed() {
        redis.feels(Signal.KILL);
        try {
            assertThat(people(100, 8)).extracting(Crowd.Told::status).containsOnly(200);
        } finally {
            redis.comesBack();
        }
    }
}
