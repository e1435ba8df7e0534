package dev.qapi.gateway.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import dev.qapi.eservice.Inquiry;
import dev.qapi.eservice.Provenance;
import dev.qapi.eservice.Register;
import dev.qapi.eservice.Subscriber;
import dev.qapi.eservice.Subscribing;
import dev.qapi.eservice.Subscription;
import dev.qapi.eservice.Subscriptions.First;
import dev.qapi.gateway.crypto.Peppers;
import dev.qapi.gateway.events.Logs;
import dev.qapi.gateway.problem.Refusal;
import dev.qapi.gateway.support.MovableClock;
import dev.qapi.identifier.DocumentNumber;
import dev.qapi.identifier.FilingNumber;
import dev.qapi.identifier.Identifier;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Whoever subscribes hears of what comes then, of their own subscriptions only, and learns nothing by trying. */
class SubscribingTests {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration HALF_A_YEAR = Duration.ofDays(180);
    private static final Subscriber ANNA = new Subscriber("a", 3);
    private static final Subscriber PORTAL = new Subscriber("p", 100);
    private static MongoServer mongo;
    private static MongoClient client;

    record Thing(DocumentNumber document) implements Inquiry {

        static Thing of(String number) {
            return new Thing(DocumentNumber.of(number));
        }

        @Override
        public List<Identifier> subject() {
            return List.of(document);
        }
    }

    private static final Thing ONE = Thing.of("C01234567");

    private final MovableClock clock = new MovableClock();
    private final AtomicReference<Mono<Course>> course = new AtomicReference<>(at("first"));
    private MongoDatabase database;
    private Watches watches;
    private WatchedSubscriptions all;

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
    void nothingYet() {
        database = client.getDatabase("test" + UUID.randomUUID().toString().substring(0, 8));
        watches = WatchesOn.of(database, clock);
        var chronicle = new Chronicle(Logs.on(database, clock), Peppers.any(), new SimpleMeterRegistry(), clock);
        all = new WatchedSubscriptions(watches, new WatchStore(database), chronicle, Peppers.any(), clock);
    }

    private Subscribing<Thing> things(First first) {
        return all.to("applications", Thing.class, HALF_A_YEAR, first, _ -> course.get());
    }

    private static Mono<Course> at(String reached) {
        return Mono.just(Course.at(reached, EventType.STATUS_CHANGED));
    }

    private static Mono<Course> silent() {
        return Mono.error(new Failure.Unavailable(Register.VMMS, Outage.DOWN, Duration.ofSeconds(5), null));
    }

    private Mono<Course> denied() {
        var now = clock.instant();
        return Mono.error(new Failure.NotFound(now, new Provenance(Register.VMMS, Register.EHIS, now, null)));
    }

    private static Subscription<Thing> added(Subscribing<Thing> things, Subscriber who, Thing thing) {
        return things.add(who, thing).blockOptional(SOON).orElseThrow();
    }

    private static List<FilingNumber> numbers(Mono<List<Subscription<Thing>>> asked) {
        return asked.blockOptional(SOON).orElseThrow().stream()
                .map(Subscription::number)
                .toList();
    }

    private void aDayLater(Mono<Course> seen) {
        clock.goOn(Duration.ofDays(1));
        course.set(seen);
        WatchesOn.look(watches, database, clock);
    }

    private List<Event> told(Subscriber who) {
        return Flux.defer(() -> Logs.on(database, clock).after(who.name(), 0, 100))
                .collectList()
                .blockOptional(SOON)
                .orElseThrow();
    }

    @Test
    void whatComesAfterwardsIsToldUnderItsNumberAndWhatWasThereIsNot() {
        var things = things(First.QUIET);
        var subscription = added(things, ANNA, ONE);
        assertThat(subscription.seen()).isNotNull();
        aDayLater(at("first"));
        assertThat(told(ANNA)).isEmpty();
        aDayLater(at("second"));
        assertThat(told(ANNA)).singleElement().satisfies(event -> {
            assertThat(event.number()).isEqualTo(subscription.number());
            assertThat(event.eservice()).isEqualTo("applications");
        });
        assertThat(told(PORTAL)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatARegisterThatWasSilentShowsFirstIsToldOnlyIfThatIsWanted(First first) {
        course.set(silent());
        var things = things(first);
        assertThat(added(things, ANNA, ONE).seen()).isNull();
        aDayLater(at("first"));
        assertThat(told(ANNA)).hasSize(first == First.TOLD ? 1 : 0);
        assertThat(things.of(ANNA).block(SOON))
                .singleElement()
                .satisfies(it -> assertThat(it.seen()).isNotNull());
        aDayLater(at("second"));
        assertThat(told(ANNA)).hasSize(first == First.TOLD ? 2 : 1);
    }

    @Test
    void whatTheRegisterDoesNotKnowIsRefusedAsToWhoeverLooksItUp() {
        var things = things(First.QUIET);
        course.set(denied());
        assertThatThrownBy(() -> added(things, ANNA, ONE)).isInstanceOf(Failure.NotFound.class);
        assertThat(numbers(things.of(ANNA))).isEmpty();
    }

    @Test
    void whileTheRegisterIsSilentNobodyGathersGuesses() {
        var things = things(First.QUIET);
        course.set(silent());
        for (var i = 0; i < SubscriptionGate.MOST_UNSEEN; i++) {
            added(things, PORTAL, Thing.of("C0000000" + (char) ('A' + i)));
        }
        assertThatThrownBy(() -> added(things, PORTAL, ONE)).isInstanceOf(Failure.Unavailable.class);
        aDayLater(denied());
        assertThat(told(PORTAL)).isEmpty();
        assertThat(things.of(PORTAL).block(SOON)).allMatch(it -> it.seen() == null);
        course.set(at("first"));
        assertThat(added(things, PORTAL, ONE).seen()).isNotNull();
    }

    @Test
    void theSameOnceMoreIsTheSameAndLastsFromThenOn() {
        var things = things(First.QUIET);
        var first = added(things, ANNA, ONE);
        clock.goOn(Duration.ofDays(170));
        var again = added(things, ANNA, ONE);
        assertThat(again.number()).isEqualTo(first.number());
        assertThat(again.since()).isEqualTo(first.since());
        assertThat(Duration.between(first.until(), again.until())).isGreaterThanOrEqualTo(Duration.ofDays(170));
        clock.goOn(Duration.ofDays(20));
        aDayLater(at("second"));
        assertThat(told(ANNA)).hasSize(1);
        clock.goOn(HALF_A_YEAR);
        aDayLater(at("third"));
        assertThat(told(ANNA)).hasSize(1);
        assertThat(numbers(things.of(ANNA))).isEmpty();
    }

    @Test
    void nobodyHasMoreThanAFewAndWhoeverRemovesOneMakesRoom() {
        var things = things(First.QUIET);
        var first = added(things, ANNA, ONE);
        added(things, ANNA, Thing.of("C01234568"));
        added(things, ANNA, Thing.of("C01234569"));
        assertThatThrownBy(() -> added(things, ANNA, Thing.of("C01234560")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("00024");
        added(things, ANNA, ONE);
        assertThat(numbers(things.remove(ANNA, first.number()))).hasSize(2).doesNotContain(first.number());
        added(things, ANNA, Thing.of("C01234560"));
    }

    @Test
    void somebodyElsesIsNotSeenAndNotRemoved() {
        var things = things(First.QUIET);
        var hers = added(things, ANNA, ONE);
        assertThat(added(things, PORTAL, ONE).number()).isNotEqualTo(hers.number());
        things.remove(PORTAL, hers.number()).block(SOON);
        assertThat(numbers(things.of(ANNA))).containsExactly(hers.number());
        aDayLater(at("second"));
        assertThat(told(ANNA)).hasSize(1);
        things.remove(ANNA, hers.number()).block(SOON);
        aDayLater(at("third"));
        assertThat(told(ANNA)).hasSize(1);
        assertThat(told(PORTAL)).hasSize(2);
    }

    @Test
    void theStoreLearnsNeitherWhomItIsAboutNorWhatItHasComeTo() {
        added(things(First.QUIET), ANNA, ONE);
        aDayLater(at("UNDER_REVIEW"));
        var stored = Mono.from(database.getCollection("watches").find().first()).block(SOON);
        assertThat(String.valueOf(stored)).contains("owners").doesNotContain("C01234567", "UNDER_REVIEW", "first");
    }

    @Test
    void aStoreThatIsAwayIsNeverTakenForNoSubscriptions() {
        try (var away = MongoClients.create("mongodb://127.0.0.1:1/?timeoutMS=200")) {
            database = away.getDatabase("qapi");
            watches = WatchesOn.of(database, clock);
            var chronicle = new Chronicle(Logs.cut(database, clock), Peppers.any(), new SimpleMeterRegistry(), clock);
            all = new WatchedSubscriptions(watches, new WatchStore(database), chronicle, Peppers.any(), clock);
            var things = things(First.QUIET);
            for (var asked : List.of(things.of(ANNA), things.remove(ANNA, FilingNumber.of(1)), things.add(ANNA, ONE))) {
                assertThatThrownBy(() -> asked.block(SOON)).isInstanceOf(Failure.Unavailable.class);
            }
        }
    }
}
