package dev.qapi.gateway.resilience;

import static dev.qapi.gateway.resilience.AnswerStoreContract.LONG;
import static dev.qapi.gateway.resilience.AnswerStoreContract.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.qapi.eservice.Policy;
import dev.qapi.gateway.resilience.Said.Ask;
import dev.qapi.gateway.stores.OwnRedis;
import dev.qapi.gateway.stores.Signal;
import dev.qapi.gateway.support.OwnGateway;
import io.lettuce.core.RedisClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two gateways of one secret on one Redis: what the one learns is nobody the other does not go on telling. */
class InvalidationsTests {

    private static final Policy POLICY = Policy.fresh(Duration.ofHours(1));
    private static final String SECRET = "qapi.secret=" + "c2VjcmV0".repeat(5) + "c2U=";

    @TempDir
    static Path data;

    private static OwnRedis redis;
    private static OwnGateway one;
    private static OwnGateway other;

    @BeforeAll
    static void start() {
        redis = new OwnRedis();
        one = gateway("one");
        other = gateway("other");
    }

    private static OwnGateway gateway(String name) {
        return OwnGateway.on(
                data.resolve(name),
                "REDIS_URL=redis://127.0.0.1:" + redis.port(),
                "qapi.redis.patience=5s",
                "qapi.resilience.rest=100ms",
                SECRET);
    }

    @AfterAll
    static void stop() {
        one.close();
        other.close();
        redis.close();
    }

    @BeforeEach
    void bothListen() {
        await().atMost(Duration.ofSeconds(30)).until(() -> listeners() == 2);
    }

    private static long listeners() {
        var client = RedisClient.create("redis://127.0.0.1:" + redis.port());
        try {
            return client.connect().sync().pubsubNumsub(Invalidations.CHANNEL).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        } finally {
            client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        }
    }

    @Test
    void whatTheOneForgetsTheOtherForgetsTooThoughItKeepsItNearAtHand() {
        var ask = somebody();
        var stays = somebody();
        bothKnow(ask);
        bothKnow(stays);

        levels(one).forget(ask.question()).block(LONG);

        await().atMost(Duration.ofSeconds(10)).until(() -> !isNear(other, ask));
        assertThat(isNear(one, ask)).isFalse();
        assertThat(isNear(other, stays)).isTrue();
        await().atMost(Duration.ofSeconds(10)).until(() -> !finds(other, ask));
    }

    /** Listening does not end with a connection. */
    @Test
    void evenAfterRedisWasAway() {
        redis.feels(Signal.KILL);
        redis.comesBack();
        bothListen();
        var ask = somebody();
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            bothKnow(ask);
            return isNear(other, ask);
        });

        levels(one).forget(ask.question()).block(LONG);

        await().atMost(Duration.ofSeconds(10)).until(() -> !isNear(other, ask));
    }

    /** The one was told by a register, the other by Redis. */
    private static void bothKnow(Ask ask) {
        levels(one)
                .keep(ask.question(), Said.kept(ask, "said", Instant.now()), POLICY)
                .block(LONG);
        await().atMost(Duration.ofSeconds(30)).until(() -> finds(other, ask));
    }

    private static boolean finds(OwnGateway gateway, Ask ask) {
        return levels(gateway).find(ask.question(), POLICY).blockOptional(LONG).isPresent();
    }

    private static boolean isNear(OwnGateway gateway, Ask ask) {
        return levels(gateway)
                .nearby(ask.question(), POLICY)
                .blockOptional(LONG)
                .isPresent();
    }

    private static TwoLevels levels(OwnGateway gateway) {
        return gateway.bean(TwoLevels.class);
    }
}
