package dev.qapi.gateway.stores;

import static org.awaitility.Awaitility.await;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;

/** A master is killed and another takes its place: sooner or later the gateway writes there, by itself. */
class RedisFailoverTests {

    /** A node of a cluster talks with the others on a port that much higher. */
    private static final int BUS = 10_000;

    @TempDir
    Path folder;

    private final List<Process> processes = new ArrayList<>();
    private final int first = port();
    private final int second = port();

    @AfterEach
    void close() {
        processes.forEach(Process::destroyForcibly);
    }

    @Test
    void ofThoseThatSentinelsWatchTheNewMasterIsFound() throws IOException {
        var master = started(first, OwnRedis.at(first));
        started(second, OwnRedis.at(second, "--replicaof", "127.0.0.1 " + first, "--dir", folder.toString()));
        soon().until(() -> told(second, RedisCommands::info).contains("master_link_status:up"));
        var sentinel = watching();
        soon().until(() -> told(sentinel, RedisCommands::info).contains("slaves=1"));
        survives(
                master,
                () -> {},
                Map.of(
                        "spring.data.redis.sentinel.master",
                        "qapi",
                        "spring.data.redis.sentinel.nodes",
                        "127.0.0.1:" + sentinel));
    }

    private int watching() throws IOException {
        var port = port();
        var settings = Files.writeString(folder.resolve("sentinel.conf"), """
                port %d
                bind 127.0.0.1
                dir "%s"
                sentinel monitor qapi 127.0.0.1 %d 1
                sentinel down-after-milliseconds qapi 500
                sentinel failover-timeout qapi 2000
                """.formatted(port, folder, first));
        started(port, OwnRedis.sentinel(settings));
        return port;
    }

    @Test
    void inAClusterTheNewMasterIsFound() {
        var master = started(first, node(first));
        started(second, node(second));
        told(first, redis -> redis.clusterAddSlots(IntStream.range(0, 16_384).toArray()));
        told(second, redis -> redis.clusterMeet("127.0.0.1", first));
        var id = told(first, RedisCommands::clusterMyId);
        soon().until(() -> told(second, RedisCommands::clusterNodes).contains(id));
        soon().ignoreExceptions().until(() -> "OK".equals(told(second, redis -> redis.clusterReplicate(id))));
        soon().until(() -> told(second, RedisCommands::info).contains("master_link_status:up"));
        soon().until(() -> told(first, RedisCommands::clusterInfo).contains("cluster_state:ok"));
        survives(
                master,
                () -> told(second, redis -> redis.clusterFailover(false, true)),
                Map.of("spring.data.redis.cluster.nodes", "127.0.0.1:" + first + ",127.0.0.1:" + second));
    }

    private Process node(int port) {
        return OwnRedis.at(
                port, "--cluster-enabled", "yes", "--cluster-config-file", port + ".conf", "--dir", folder.toString());
    }

    private static void survives(Process master, Runnable takenOver, Map<String, Object> properties) {
        Contexts.redis(properties).run(context -> {
            var redis = context.getBean(ReactiveStringRedisTemplate.class);
            soon().ignoreExceptions().until(() -> isWritten(redis));
            master.destroyForcibly().waitFor();
            takenOver.run();
            soon().ignoreExceptions().until(() -> isWritten(redis));
        });
    }

    private static boolean isWritten(ReactiveStringRedisTemplate redis) {
        return Boolean.TRUE.equals(redis.opsForValue().set("key", "value").block(Duration.ofSeconds(1)));
    }

    private Process started(int port, Process process) {
        processes.add(process);
        soon().until(() -> OwnRedis.listens(port));
        return process;
    }

    private static <T> T told(int port, Function<RedisCommands<String, String>, T> question) {
        try (var client = RedisClient.create("redis://127.0.0.1:" + port);
                var connection = client.connect()) {
            return question.apply(connection.sync());
        }
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(20));
    }

    private static int port() {
        return Stream.generate(OwnRedis::freePort)
                .filter(port -> port + BUS < 1 << 16)
                .findFirst()
                .orElseThrow();
    }
}
