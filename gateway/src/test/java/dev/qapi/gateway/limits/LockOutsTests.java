package dev.qapi.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.qapi.gateway.crypto.Peppers;
import dev.qapi.gateway.stores.OwnMongo;
import dev.qapi.gateway.stores.Signal;
import dev.qapi.gateway.support.Canary;
import dev.qapi.gateway.support.MovableClock;
import dev.qapi.identifier.DocumentNumber;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Several gateways and one MongoDB, in which a day is as long as one likes. */
class LockOutsTests {

    private static final Duration STEP = Duration.ofHours(24).dividedBy(5);
    private static final long ANY = Long.MAX_VALUE;
    private static final AtomicInteger NUMBER = new AtomicInteger(4_000_000);

    @TempDir
    static Path folder;

    private static OwnMongo mongo;
    private static MongoClient client;

    private final MovableClock clock = new MovableClock();
    private final List<LockOuts> gateways = new ArrayList<>();
    private final String number = "LO" + NUMBER.incrementAndGet();
    private final Key target = Key.of(Limit.CASE, DocumentNumber.of(number));

    @BeforeAll
    static void start() throws IOException {
        mongo = new OwnMongo(folder);
        client = MongoClients.create(mongo.uri() + "?timeoutMS=500&serverSelectionTimeoutMS=300");
    }

    @AfterAll
    static void stop() throws InterruptedException {
        client.close();
        mongo.close();
    }

    @BeforeEach
    void nothingIsKnown() {
        Mono.from(stored().drop()).block(Duration.ofSeconds(10));
    }

    @AfterEach
    void close() {
        gateways.forEach(LockOuts::stop);
    }

    @Test
    void whoIsLockedOutAtOneGatewayIsAtEveryOtherAndAtThoseThatStartLater() {
        var one = gateway();
        var other = gateway();
        one.taken(target, left(0));

        assertThat(one.atMost(target)).isZero();
        await().untilAsserted(() -> assertThat(other.atMost(target)).isZero());
        var later = gateway();
        await().untilAsserted(() -> assertThat(later.atMost(target)).isZero());
    }

    @Test
    void aTargetOfWhichSomethingIsLeftIsNotAndNeitherIsWhoeverAsks() {
        var one = gateway();
        var source = Key.of(Limit.MISSES, "7f000001");
        one.taken(target, left(1));
        one.taken(source, left(0));

        assertThat(one.atMost(target)).isEqualTo(ANY);
        assertThat(one.atMost(source)).isEqualTo(ANY);
    }

    @Test
    void oneGuessIsForgivenAfterAFifthOfADayAndCountsAgain() {
        var one = gateway();
        one.taken(target, left(0));
        clock.goOn(STEP.minusMinutes(1));
        assertThat(one.atMost(target)).isZero();
        clock.goOn(Duration.ofMinutes(1));
        assertThat(one.atMost(target)).isOne();

        one.taken(target, left(4)); // by the word of a Redis that has forgotten
        assertThat(one.atMost(target)).isZero();
        clock.goOn(STEP.multipliedBy(2));
        assertThat(one.atMost(target)).isEqualTo(2);
        clock.goOn(STEP.multipliedBy(3));
        assertThat(one.atMost(target)).isEqualTo(ANY);
    }

    @Test
    void whatIsOverIsSweptAwayAndNothingElse() {
        var one = gateway();
        one.taken(target, left(0));
        await().until(() -> all().size() == 1);
        clock.goOn(Duration.ofHours(23));
        var younger = Key.of(Limit.CASE, DocumentNumber.of("LO" + NUMBER.incrementAndGet()));
        one.taken(younger, left(0));
        await().until(() -> all().size() == 2);

        clock.goOn(Duration.ofHours(1));
        await().until(() -> all().size() == 1);
        assertThat(all().getFirst().getString("_id")).isEqualTo(younger.name(Peppers.any()));
    }

    @Test
    void whileMongoIsAwayAGatewayKnowsItsOwnAndTellsTheOthersLater() {
        var one = gateway();
        var other = gateway();
        mongo.feels(Signal.STOP);
        try {
            one.taken(target, left(0));
            assertThat(one.atMost(target)).isZero();
        } finally {
            mongo.feels(Signal.CONT);
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(other.atMost(target)).isZero());
    }

    @Test
    void whoeverReadsTheStoreLearnsOfNobody() {
        gateway().taken(target, left(0));
        await().until(() -> all().size() == 1);

        var lock = all().getFirst();
        assertThat(lock.keySet()).containsExactlyInAnyOrder("_id", "until");
        assertThat(new Canary(number).in(lock.toJson().getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isEmpty();
    }

    private LockOuts gateway() {
        var second = Duration.ofSeconds(1);
        var allowances = new Allowances(
                new LimitsProperties(60, 60, 600, 600, 12_000, 30, 5, 50, 2, null, second, second), false);
        var gateway = new LockOuts(
                new LockOutStore(client.getDatabase("qapi")), allowances, Peppers.any(), clock, Duration.ofMillis(100));
        gateway.start();
        gateways.add(gateway);
        return gateway;
    }

    private static Stand left(long left) {
        return Stand.of(5, left, Limit.CASE.period());
    }

    private static MongoCollection<Document> stored() {
        return client.getDatabase("qapi").getCollection("lock-outs");
    }

    private static List<Document> all() {
        return Flux.from(stored().find())
                .collectList()
                .blockOptional(Duration.ofSeconds(10))
                .orElseThrow();
    }
}
