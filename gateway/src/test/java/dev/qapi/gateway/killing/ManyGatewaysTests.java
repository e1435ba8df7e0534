package dev.qapi.gateway.killing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import dev.qapi.gateway.crypto.Peppers;
import dev.qapi.gateway.filing.StoredBook;
import dev.qapi.gateway.stores.Quiet;
import dev.qapi.gateway.support.MyGovLogin;
import dev.qapi.mock.wire.Behaviour;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Three gateways as processes of their own on one Redis and one MongoDB: what they share, what happens while one of them is cut off,
 * and that nobody notices when all of them are restarted, one after the other, while so many questions are asked as {@code -Drolling=20000} says.
 */
@EnabledIfSystemProperty(named = "rolling", matches = "\\d+")
class ManyGatewaysTests {

    private static final int ASKED = Integer.getInteger("rolling", 20_000);
    private static final int ALLOWED = 60;
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String BALANCER_IS_THERE = "dev.qapi.gateway.killing.ManyGatewaysTests#isBalancerThere";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path folder;

    private static final Ledger LEDGER = new Ledger();
    private static final Folk FOLK = new Folk();
    private static final Caller CALLER = new Caller();
    private static Site site;
    private static MongoClient client;
    private static StoredBook store;
    private static Victim a;
    private static Victim b;
    private static Victim c;

    @BeforeAll
    static void start() throws IOException {
        Quiet.please();
        site = new Site(
                folder,
                3,
                true,
                List.of(),
                List.of(
                        "qapi.target=letters,applications,catalogue",
                        "qapi.trusted-proxies=127.0.0.1",
                        "qapi.limits.generosity=1",
                        "qapi.limits.instances=3",
                        "qapi.limits.lookups=" + ALLOWED,
                        "qapi.limits.everybody=1000000",
                        "qapi.redis.patience=300ms",
                        "qapi.server.drain=2s"));
        site.start();
        a = site.gateways().get(0);
        b = site.gateways().get(1);
        c = site.gateways().get(2);
        client = MongoClients.create(site.mongoUri());
        store = new StoredBook(client.getDatabase("qapi"), Peppers.of(Site.SECRET));
        site.gateways().forEach(ManyGatewaysTests::answers);
    }

    /** The first questions load classes, and a start beside two others takes what there is of the machine. */
    private static void answers(Victim gateway) {
        await().atMost(SOON)
                .until(() -> CALLER.track(gateway, FOLK.somebody()).statusCode() == 200
                        && CALLER.file(gateway, filed()).statusCode() == 202);
        for (var time = 0; time < 200; time++) {
            CALLER.track(gateway, FOLK.somebody());
        }
    }

    private static Letter filed() {
        var letter = Letter.any();
        LEDGER.begun(letter);
        LEDGER.gaveUp(letter);
        return letter;
    }

    @AfterAll
    static void stop() {
        CALLER.close();
        client.close();
        site.close();
    }

    /** Redis is told after the answer: it may be late for one person, not for everybody. */
    @Test
    void whatOneHasFetchedAllTell() {
        await().atMost(SOON).untilAsserted(() -> {
            var person = FOLK.somebody();
            var first = Caller.json(CALLER.track(a, person));
            assertThat(first.path("freshness").asString()).isEqualTo("FRESH");
            for (var other : List.of(b, c)) {
                var told = Caller.json(CALLER.track(other, person));
                assertThat(told.path("freshness").asString()).isEqualTo("CACHED");
                assertThat(told.at("/sources/0")).isEqualTo(first.at("/sources/0"));
            }
        });
    }

    @Test
    void aCrowdThatAsksTheSameAtAllOfThemCostsTheRegisterOneCallEach() throws Exception {
        var person = FOLK.somebody();
        var begun = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1); // by which the register tells time
        await().until(() -> Instant.now().isAfter(begun));
        var told = together(60, number -> () -> CALLER.track(site.gateways().get(number % 3), person));
        assertThat(told).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(200));
        assertThat(lookupsSince(begun)).isBetween(1L, 3L);
    }

    private static long lookupsSince(Instant begun) {
        var found = 0L;
        for (var call : Caller.json(CALLER.get(site.register().port(), "/__admin/egov/calls"))) {
            var isLookup = call.path("operation").asString("").equals("applications/search");
            found += isLookup
                            && !OffsetDateTime.parse(call.path("at").asString())
                                    .toInstant()
                                    .isBefore(begun)
                    ? 1
                    : 0;
        }
        return found;
    }

    @Test
    void allOfThemTogetherAdmitNoMoreThanOneWould() throws Exception {
        var person = FOLK.somebody();
        var source = Caller.anySource();
        var begun = System.nanoTime();
        var told = together(
                3 * ALLOWED, number -> () -> CALLER.track(site.gateways().get(number % 3), person, source));
        assertThat(admitted(told)).isBetween((long) ALLOWED, ALLOWED + refilled(begun));
        assertThat(told)
                .filteredOn(answer -> answer.statusCode() != 200)
                .allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(429));
    }

    private static long admitted(List<HttpResponse<String>> told) {
        return told.stream().filter(answer -> answer.statusCode() == 200).count();
    }

    /** As a bucket refills that is full again after a minute. */
    private static long refilled(long begun) {
        return 1 + (System.nanoTime() - begun) / 1_000_000_000 * ALLOWED / 60;
    }

    private interface Task {
        Callable<HttpResponse<String>> of(int number);
    }

    private static List<HttpResponse<String>> together(int times, Task task) throws Exception {
        try (var people = Executors.newFixedThreadPool(12)) {
            var all = people.invokeAll(
                    IntStream.range(0, times).mapToObj(task::of).toList());
            var told = new ArrayList<HttpResponse<String>>();
            for (var each : all) {
                told.add(each.get());
            }
            return told;
        }
    }

    @Test
    void whoLogsInAtOneGoesOnAtTheOthersAndLogsOutAtAll() {
        var login = MyGovLogin.of(a.port(), "company-owner");
        for (var gateway : site.gateways()) {
            assertThat(session(gateway, login.cookie()).path("csrfToken").asString())
                    .isNotEmpty();
        }
        var out = CALLER.ask(new Caller.Request(
                c.port(),
                "/logout",
                "{}",
                Caller.anySource(),
                "Cookie",
                login.cookie(),
                "X-CSRF-TOKEN",
                session(b, login.cookie()).path("csrfToken").asString()));
        assertThat(out.statusCode()).isLessThan(400);
        for (var gateway : site.gateways()) {
            assertThat(session(gateway, login.cookie()).has("csrfToken")).isFalse();
        }
    }

    private static JsonNode session(Victim gateway, String cookie) {
        return Caller.json(CALLER.get(gateway.port(), "/account/session", "Cookie", cookie));
    }

    @Test
    void whatOneHasAcceptedAnotherHandsInOnce() {
        site.ways(a).ehis().behave(Behaviour.Fixed.REFUSED);
        try {
            var letter = receipted(a);
            await().atMost(SOON).until(() -> isDelivered(letter));
        } finally {
            site.ways(a).mend();
        }
        isAllDoneOnce();
    }

    private static Letter receipted(Victim gateway) {
        var letter = Letter.any();
        LEDGER.begun(letter);
        note(letter, CALLER.file(gateway, letter));
        return letter;
    }

    private static void note(Letter letter, HttpResponse<String> told) {
        assertThat(told.statusCode()).as(told.body()).isEqualTo(202);
        var answer = Answer.of(202, told.body(), false, told.headers().firstValue("Retry-After"), Duration.ZERO);
        LEDGER.receipted(letter, answer, Duration.ZERO, Duration.ZERO);
    }

    private static boolean isDelivered(Letter letter) {
        var id = store.id("letters", letter.key());
        return store.ended().stream()
                .anyMatch(it -> it.id().equals(id) && it.state().equals("DELIVERED"));
    }

    private static void isAllDoneOnce() {
        await().atMost(SOON).until(store::isNoneWaiting);
        try {
            assertThat(Books.of(LEDGER, store, site.deeds()).flaws()).isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void oneThatIsCutOffFromTheStoresSaysSoAcceptsNothingAllowsItsShareAndComesBack() throws Exception {
        var known = FOLK.somebody();
        assertThat(CALLER.track(a, known).statusCode()).isEqualTo(200);
        var letter = Letter.any();
        LEDGER.begun(letter);
        site.ways(a).cutStores();
        try {
            until(() -> health(a).at("/components/redis/status").asString().equals("DOWN")
                    && health(a).at("/components/mongo/status").asString().equals("DOWN"));
            assertThat(CALLER.get(site.management(a), "/actuator/health/readiness")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(Caller.json(CALLER.file(a, letter)).path("code").asString())
                    .isEqualTo("00017");
            assertThat(CALLER.track(a, known).statusCode()).isEqualTo(200);
            assertThat(CALLER.track(a, FOLK.somebody()).statusCode()).isEqualTo(200);
            isLimited(known);
            assertThat(health(b).path("status").asString()).isEqualTo("UP");
            receipted(b);
        } finally {
            site.ways(a).mend();
        }
        until(() -> health(a).path("status").asString().equals("UP"));
        await().atMost(SOON).until(() -> CALLER.file(a, letter).statusCode() == 202);
        note(letter, CALLER.file(b, letter));
        isAllDoneOnce();
    }

    /** The one that is cut off allows its share, the others together no more than the whole. */
    private static void isLimited(String known) throws Exception {
        var source = Caller.anySource();
        var begun = System.nanoTime();
        var alone = together(ALLOWED, _ -> () -> CALLER.track(a, known, source));
        assertThat(admitted(alone)).isBetween(1L, ALLOWED / 3 + refilled(begun));
        var others = together(2 * ALLOWED, number -> () -> CALLER.track(number % 2 == 0 ? b : c, known, source));
        assertThat(admitted(others)).isBetween(1L, ALLOWED + refilled(begun));
    }

    private static void until(BooleanSupplier isSo) {
        await().atMost(SOON).ignoreExceptions().until(isSo::getAsBoolean);
    }

    private static JsonNode health(Victim gateway) {
        return Caller.json(CALLER.get(site.management(gateway), "/actuator/health"));
    }

    static boolean isBalancerThere() {
        return Balancer.PROGRAM.toFile().canExecute();
    }

    @Test
    @EnabledIf(BALANCER_IS_THERE)
    void allAreRestartedOneAfterTheOtherAndNobodyNotices() throws Exception {
        try (var balancer = new Balancer(site, folder);
                var traffic = traffic(balancer)) {
            var restarts = 0;
            for (; restarts < site.gateways().size() || traffic.answered() < ASKED; restarts++) {
                restart(site.gateways().get(restarts % site.gateways().size()));
            }
            traffic.end();
            System.out.printf("%d asked during %d restarts: %s%n", traffic.answered(), restarts, traffic.told());
            assertThat(traffic.told()).containsOnlyKeys("look 200", "ask 200", "file 202");
        } finally {
            site.gateways().forEach(ManyGatewaysTests::answers); // for the tests that come after this one
        }
        isAllDoneOnce();
    }

    private static void restart(Victim gateway) {
        gateway.end();
        gateway.start();
        until(() -> CALLER.get(site.management(gateway), "/actuator/health/readiness")
                        .statusCode()
                == 200);
    }

    private static Traffic traffic(Balancer balancer) {
        until(() -> CALLER.get(balancer.port(), "/api/v1/catalogue").statusCode() == 200);
        return new Traffic(balancer.port(), LEDGER);
    }
}
