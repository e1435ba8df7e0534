package dev.qapi.gateway.resilience;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.qapi.gateway.crypto.Pepper;
import dev.qapi.gateway.stores.OwnRedis;
import dev.qapi.gateway.support.OwnGateway;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class RedisStoreTests extends AnswerStoreContract {

    @TempDir
    static Path data;

    private static OwnRedis redis;
    private static OwnGateway gateway;
    private static RedisClient client;
    private static RedisCommands<byte[], byte[]> commands;

    @BeforeAll
    static void start() {
        redis = new OwnRedis();
        gateway = OwnGateway.on(data, "REDIS_URL=redis://127.0.0.1:" + redis.port(), "qapi.redis.patience=5s");
        client = RedisClient.create("redis://127.0.0.1:" + redis.port());
        commands = client.connect(ByteArrayCodec.INSTANCE).sync();
    }

    @AfterAll
    static void stop() {
        gateway.close();
        client.shutdown();
        redis.close();
    }

    @BeforeEach
    void reachedAndEmpty() {
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            var ask = somebody();
            keep(ask, "said", LONG);
            return found(ask) != null;
        });
        commands.flushall();
    }

    @Override
    AnswerStore store() {
        return gateway.bean(RedisStore.class);
    }

    private static double count(String meter) {
        return gateway.bean(MeterRegistry.class).counter(meter).count();
    }

    private static byte[] onlyKey() {
        assertThat(commands.keys("*")).hasSize(1);
        return commands.keys("*").getFirst();
    }

    @Test
    void whoeverReadsRedisLearnsNothing() {
        var ask = somebody();
        keep(ask, "a secret", LONG);
        var key = onlyKey();
        assertThat(new String(key, ISO_8859_1)).matches("[A-Za-z0-9_-]{43}");
        assertThat(new String(commands.get(key), ISO_8859_1))
                .doesNotContain("secret", ask.document().reveal(), "MATCHED", "VMMS");
        assertThat(commands.pttl(key)).isBetween(1L, LONG.toMillis());
    }

    @Test
    void garbageUnderOurKeyIsForgottenAndCounted() {
        var ask = somebody();
        keep(ask, "said", LONG);
        var key = onlyKey();
        for (var garbage : new byte[][] {{}, {1}, new byte[12], new byte[28], "{\"reply\":{}}".getBytes(ISO_8859_1)}) {
            var before = count("qapi.cache.garbage");
            commands.set(key, garbage);
            assertThat(found(ask)).isNull();
            assertThat(commands.exists(key)).isZero();
            assertThat(count("qapi.cache.garbage")).isEqualTo(before + 1);
        }
    }

    @Test
    void anAnswerMovedUnderAnotherKeyIsGarbage() {
        var ask = somebody();
        keep(ask, "said", LONG);
        var key = onlyKey();
        var value = commands.getdel(key);
        var other = somebody();
        keep(other, "said", LONG);
        commands.set(onlyKey(), value);
        assertThat(found(other)).isNull();
    }

    /** The same place, but what lies there was written by a version to which a reply was something else. */
    @Test
    void anAnswerOfAnOlderShapeIsForgottenAndCounted() {
        var ask = somebody();
        var before = count("qapi.cache.garbage");
        var slot = gateway.bean(Pepper.class).slot(Said.class.getName(), new JsonMapper().writeValueAsBytes(ask));
        var older = "{\"reply\":{\"match\":\"MATCHED\"},\"asOf\":\"2026-11-23T06:00:00Z\"}";
        commands.set(slot.place().getBytes(ISO_8859_1), slot.seal(older.getBytes(ISO_8859_1)));
        assertThat(found(ask)).isNull();
        assertThat(count("qapi.cache.garbage")).isEqualTo(before + 1);
        assertThat(commands.dbsize()).isZero();
    }

    @Test
    void anotherTypeUnderOurKeyIsAMiss() {
        var ask = somebody();
        keep(ask, "said", LONG);
        var key = onlyKey();
        commands.del(key);
        commands.lpush(key, key);
        assertThat(found(ask)).isNull();
    }

    @Test
    void afterFlushallNothingIsFoundAndAllGoesOn() {
        var ask = somebody();
        keep(ask, "said", LONG);
        commands.flushall();
        assertThat(found(ask)).isNull();
        keep(ask, "again", LONG);
        assertThat(found(ask)).isNotNull();
    }

    @Test
    void aReadOnlyOrLoadedRedisIsLivedWith() {
        var ask = somebody();
        commands.configSet("min-replicas-to-write", "1");
        keep(ask, "said", LONG);
        assertThat(found(ask)).isNull();
        commands.configSet("min-replicas-to-write", "0");
        keep(ask, "said", LONG);
        assertThat(found(ask)).isNotNull();
    }
}
