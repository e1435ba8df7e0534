package dev.qapi.gateway.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.qapi.eservice.Course;
import dev.qapi.eservice.Event;
import dev.qapi.eservice.EventType;
import dev.qapi.eservice.Failure;
import dev.qapi.eservice.Failure.Outage;
import dev.qapi.eservice.Provenance;
import dev.qapi.eservice.Register;
import dev.qapi.gateway.events.EventLog;
import dev.qapi.gateway.events.Logs;
import dev.qapi.gateway.support.MovableClock;
import dev.qapi.identifier.FilingNumber;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** What is looked at is told once for each thing it comes to, by however many gateways, and looked at ever more seldom. */
class WatchTests {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static MongoServer mongo;
    private static MongoClient client;

    private final MovableClock clock = new MovableClock();
    private final AtomicInteger looks = new AtomicInteger();
    private final AtomicReference<Mono<Course>> course = new AtomicReference<>(Mono.never());
    private MongoDatabase database;
    private EventLog log;
    private Watches watches;

    @BeforeAll
    static void open() {
        mongo = new MongoServer(new MemoryBackend());
        client = MongoClients.create(mongo.bindAndGetConnectionString());
    }

    @AfterAll
    static void shut() {
        client.close();
        mongo.shutdownNow();
    }

    @BeforeEach
    void oneThingThatTwoWantToHearOf() {
        database = client.getDatabase("test" + UUID.randomUUID().toString().substring(0, 8));
        log = Logs.on(database, clock);
        watches = WatchesOn.of(database, clock);
        watches.add("things", this::look);
        begin();
    }

    private void begin() {
        var watch = Watch.begin(
                "one",
                "things",
                "letters",
                FilingNumber.of(1),
                List.of("a", "b"),
                null,
                clock.instant(),
                watches.end());
        watches.begin(watch).block(SOON);
    }

    private Mono<Course> look(Watch watch) {
        assertThat(watch.id()).isEqualTo("one");
        looks.incrementAndGet();
        return course.get();
    }

    private Lookout gateway() {
        return WatchesOn.lookout(watches, database, log, clock);
    }

    private void look(Course seen) {
        look(Mono.just(seen));
    }

    private void look(Mono<Course> seen) {
        course.set(seen);
        gateway().drain().block(SOON);
    }

    private List<EventType> told(String owner) {
        return Flux.defer(() -> log.after(owner, 0, 100))
                .map(Event::type)
                .collectList()
                .blockOptional(SOON)
                .orElseThrow();
    }

    /** Until it is due, whatever it was so far. */
    private void aDayLater() {
        clock.goOn(Duration.ofDays(1));
    }

    @Test
    void whatItComesToIsToldOnceToEverybodyForWhomItIsLookedAt() {
        look(Course.at("forwarded", EventType.STATUS_CHANGED));
        assertThat(told("a")).isEmpty();
        aDayLater();
        for (var i = 0; i < 3; i++) {
            look(Course.at("forwarded", EventType.STATUS_CHANGED));
            aDayLater();
        }
        look(Course.over("answered", EventType.ANSWER_ARRIVED));
        assertThat(told("a")).containsExactly(EventType.STATUS_CHANGED, EventType.ANSWER_ARRIVED);
        assertThat(told("b")).isEqualTo(told("a"));
        assertThat(looks).hasValue(4);
    }

    @Test
    void whatIsOverIsNotLookedAtAgain() {
        aDayLater();
        look(Course.over("answered", EventType.ANSWER_ARRIVED));
        clock.goOn(Duration.ofDays(9));
        look(Course.at("again", EventType.STATUS_CHANGED));
        assertThat(looks).hasValue(1);
        assertThat(told("a")).containsExactly(EventType.ANSWER_ARRIVED);
    }

    @Test
    void whatGoesWithoutSayingIsNotTold() {
        aDayLater();
        look(Course.quiet("registered"));
        assertThat(looks).hasValue(1);
        assertThat(told("a")).isEmpty();
    }

    @Test
    void whatItComesBackToIsNotToldAgainEvenIfTheEventIsForgotten() {
        for (var reached : List.of("80", "90", "80", "90")) {
            clock.goOn(Duration.ofDays(31));
            look(Course.at(reached, EventType.STATUS_CHANGED));
            Mono.from(database.getCollection("events").deleteMany(Filters.empty()))
                    .block(SOON);
        }
        assertThat(looks).hasValue(4);
        clock.goOn(Duration.ofDays(31));
        look(Course.at("90", EventType.STATUS_CHANGED));
        assertThat(told("a")).isEmpty();
        clock.goOn(Duration.ofDays(31));
        look(new Course(List.of("80", "90", "100"), EventType.STATUS_CHANGED, false));
        assertThat(told("a")).hasSize(1);
    }

    @Test
    void ofTwoGatewaysOneLooks() {
        aDayLater();
        course.set(Mono.delay(Duration.ofMillis(200)).thenReturn(Course.at("forwarded", EventType.STATUS_CHANGED)));
        Flux.merge(gateway().drain(), gateway().drain(), gateway().drain()).blockLast(SOON);
        assertThat(looks).hasValue(1);
        assertThat(told("a")).hasSize(1);
    }

    /** The first one hangs for longer than its lease, and tells what it saw when another has told it already. */
    @Test
    void whatAGatewaySeesThatWasOvertakenIsNoSecondEvent() {
        aDayLater();
        var late = Sinks.<Course>one();
        course.set(late.asMono());
        var over = gateway().drain().toFuture();
        await().atMost(SOON).until(() -> looks.get() == 1);
        clock.goOn(Duration.ofMinutes(2));
        look(Course.at("forwarded", EventType.STATUS_CHANGED));
        late.tryEmitValue(Course.over("forwarded", EventType.STATUS_CHANGED));
        Mono.fromFuture(over).block(SOON);
        assertThat(looks).hasValue(2);
        assertThat(told("a")).hasSize(1);
        aDayLater();
        look(Course.over("answered", EventType.ANSWER_ARRIVED));
        assertThat(told("a")).hasSize(2);
    }

    @Test
    void whatAGatewayCouldNotNoteIsSeenByAnother() {
        aDayLater();
        course.set(Mono.just(Course.at("forwarded", EventType.STATUS_CHANGED)));
        try (var dead = MongoClients.create("mongodb://127.0.0.1:1/?timeoutMS=200")) {
            var cut = Logs.cut(dead.getDatabase("qapi"), clock);
            WatchesOn.lookout(watches, database, cut, clock).drain().block(SOON);
        }
        assertThat(told("a")).isEmpty();
        look(Course.at("forwarded", EventType.STATUS_CHANGED));
        assertThat(looks).hasValue(1);
        clock.goOn(Duration.ofMinutes(1));
        look(Course.at("forwarded", EventType.STATUS_CHANGED));
        assertThat(told("a")).hasSize(1);
    }

    @Test
    void itIsLookedAtEverMoreSeldomUntilSomethingComesAboutAgain() {
        clock.goOn(Duration.ofMinutes(7));
        look(Course.at("first", EventType.STATUS_CHANGED));
        assertThat(looks).hasValue(1);
        var waits = 0;
        for (var i = 0; i < 12; i++) {
            clock.goOn(Duration.ofMinutes(7));
            look(Course.at("first", EventType.STATUS_CHANGED));
            waits += looks.get() == 2 + i - waits ? 0 : 1;
        }
        assertThat(waits).isBetween(6, 11);
        clock.goOn(Duration.ofDays(1));
        look(Course.at("second", EventType.STATUS_CHANGED));
        var before = looks.get();
        clock.goOn(Duration.ofMinutes(7));
        look(Course.at("second", EventType.STATUS_CHANGED));
        assertThat(looks).hasValue(before + 1);
    }

    @Test
    void aPauseIsNeverLongerThanADay() {
        assertThat(WatchesOn.PROPERTIES.pause(0, 0))
                .isEqualTo(Duration.ofMinutes(5).multipliedBy(3).dividedBy(4));
        assertThat(WatchesOn.PROPERTIES.pause(3, 0.5)).isEqualTo(Duration.ofMinutes(40));
        for (var looks = 9; looks < 100; looks++) {
            assertThat(WatchesOn.PROPERTIES.pause(looks, 0.99)).isEqualTo(Duration.ofDays(1));
        }
    }

    /** It is asked again after as long as if it had not been asked; of what it does not know it is asked more seldom. */
    @Test
    void aRegisterThatIsSilentTellsNothingAndLosesNothing() {
        clock.goOn(Duration.ofMinutes(7));
        for (var i = 0; i < 5; i++) {
            look(Mono.error(new Failure.Unavailable(Register.VMMS, Outage.DOWN, Duration.ofSeconds(5), null)));
            clock.goOn(Duration.ofMinutes(7));
        }
        assertThat(looks).hasValue(5);
        assertThat(told("a")).isEmpty();
        look(Course.at("forwarded", EventType.STATUS_CHANGED));
        assertThat(told("a")).hasSize(1);
        var now = clock.instant();
        var nobody = new Failure.NotFound(now, new Provenance(Register.VMMS, Register.EHIS, now, null));
        var before = looks.get();
        for (var i = 0; i < 6; i++) {
            clock.goOn(Duration.ofMinutes(7));
            look(Mono.error(nobody));
        }
        assertThat(looks.get() - before).isLessThan(5);
        assertThat(told("a")).hasSize(1);
    }

    @Test
    void itEndsByItselfOnce() {
        clock.goOn(Duration.ofDays(366));
        look(Course.at("forwarded", EventType.STATUS_CHANGED));
        assertThat(looks).hasValue(0);
        begin();
        aDayLater();
        look(Course.at("forwarded", EventType.STATUS_CHANGED));
        assertThat(told("a")).hasSize(1);
    }

    @Test
    void whatIsBegunTwiceIsLookedAtOnce() {
        begin();
        aDayLater();
        look(Course.at("forwarded", EventType.STATUS_CHANGED));
        assertThat(looks).hasValue(1);
    }
}
