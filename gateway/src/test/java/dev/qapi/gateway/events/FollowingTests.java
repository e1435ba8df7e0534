package dev.qapi.gateway.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.qapi.eservice.Event;
import dev.qapi.eservice.EventId;
import dev.qapi.eservice.EventType;
import dev.qapi.eservice.Failure;
import dev.qapi.eservice.Inbox;
import dev.qapi.gateway.problem.Refusal;
import dev.qapi.gateway.problem.TooMany;
import dev.qapi.gateway.support.MovableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.Disposable;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What happens is known to whom it concerns, once, in one order, wherever they listen and however often they come back. */
class FollowingTests {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final EventsProperties PROPERTIES = new EventsProperties(
            Duration.ofDays(30), Duration.ofMillis(60), Duration.ofMillis(100), Duration.ofMinutes(1), 2, 3);
    private static MongoServer mongo;
    private static MongoClient client;

    private final MovableClock clock = new MovableClock();
    private final AtomicBoolean may = new AtomicBoolean(true);
    private final Followers followers = new Followers(PROPERTIES, new SimpleMeterRegistry());
    private MongoDatabase database;
    private EventLog here;
    private EventLog there;

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
    void twoGateways() {
        database = client.getDatabase("test" + UUID.randomUUID().toString().substring(0, 8));
        here = Logs.on(database, clock);
        there = Logs.on(database, clock);
        followers.start();
    }

    @AfterEach
    void nobodyListensAnyMore() {
        followers.stop();
    }

    private Inbox inbox(String owner) {
        var following = new Following(here, followers, PROPERTIES);
        return new CallersInbox(
                owner,
                new EventStore(database),
                following,
                () -> clock.instant().minus(PROPERTIES.kept()),
                Mono.fromSupplier(may::get));
    }

    private Mono<Void> noted(EventLog gateway, String owner, String cause) {
        return gateway.note(
                new Happening(owner, EventType.ACCESS_RECORDED, clock.instant(), "applications", null, cause));
    }

    private void note(EventLog gateway, String owner, int times) {
        for (var i = 0; i < times; i++) {
            noted(gateway, owner, UUID.randomUUID().toString()).block(SOON);
        }
    }

    private List<EventId> known(String owner) {
        return ids(page(inbox(owner).since(null, 1000)));
    }

    private static Inbox.Page page(Mono<Inbox.Page> asked) {
        return asked.blockOptional(SOON).orElseThrow();
    }

    private static List<EventId> ids(Inbox.Page page) {
        return page.events().stream().map(Event::id).toList();
    }

    /** What is heard from now on. */
    private List<EventId> hears(String owner, @Nullable EventId after) {
        var heard = new CopyOnWriteArrayList<EventId>();
        inbox(owner).live(after).subscribe(it -> it.map(Event::id).ifPresent(heard::add), FollowingTests::isOver);
        return heard;
    }

    @Test
    void aStoreThatIsAwayIsNeverTakenForNoEvents() {
        try (var away = MongoClients.create("mongodb://127.0.0.1:1/?timeoutMS=200")) {
            database = away.getDatabase("qapi");
            var inbox = inbox("a");
            for (var asked : List.<Publisher<?>>of(inbox.since(null, 5), inbox.latest(null, 5), inbox.live(null))) {
                StepVerifier.create(asked)
                        .expectError(Failure.Unavailable.class)
                        .verify(SOON);
            }
        }
    }

    @Test
    void whatGatewaysNoteBesideEachOtherIsInOneOrderAndWhoeverReadsMeanwhileMissesNothing() {
        var heard = new CopyOnWriteArrayList<EventId>();
        var done = new AtomicBoolean();
        var place = new long[1];
        var reading = Flux.defer(() -> here.after("a", place[0], 7))
                .doOnNext(event -> {
                    place[0] = event.id().place();
                    heard.add(event.id());
                })
                .then()
                .repeat(() -> !done.get())
                .subscribe();
        var causes = IntStream.range(0, 200).mapToObj(i -> "cause " + i).toList();
        Flux.fromIterable(List.of(here, there))
                .flatMap(gateway -> Flux.fromIterable(causes)
                        .flatMap(cause -> noted(gateway, "a", cause + (gateway == here ? "" : "'")), 8))
                .blockLast(Duration.ofSeconds(60));
        var all = known("a");
        await().atMost(SOON).until(() -> heard.size() >= all.size());
        done.set(true);
        reading.dispose();
        assertThat(all)
                .hasSize(400)
                .doesNotHaveDuplicates()
                .isSortedAccordingTo((x, y) -> x.text().compareTo(y.text()));
        assertThat(heard).isEqualTo(all);
    }

    @Test
    void whatIsNotedTwiceHappenedOnceEvenIfTwoGatewaysDoSoAtOnce() {
        var causes = IntStream.range(0, 50).mapToObj(i -> "cause " + i % 10).toList();
        Flux.fromIterable(List.of(here, there))
                .flatMap(gateway -> Flux.fromIterable(causes).flatMap(cause -> noted(gateway, "a", cause), 8))
                .blockLast(SOON);
        noted(here, "b", "cause 1").block(SOON);
        assertThat(known("a")).hasSize(10);
        assertThat(known("b")).hasSize(1);
    }

    @Test
    void whoeverListensHearsWhatAnotherGatewayNotesAndNothingOfAnybodyElse() {
        note(here, "a", 2);
        var heard = hears("a", null);
        await().pollDelay(Duration.ofMillis(80)).until(() -> true);
        note(there, "a", 3);
        note(here, "b", 3);
        note(here, "a", 1);
        await().atMost(SOON).until(() -> heard.size() == 4);
        assertThat(heard).isEqualTo(known("a").subList(2, 6));
    }

    @Test
    void whoeverComesBackGoesOnWhereTheyWere() {
        note(there, "a", 120);
        var all = known("a");
        var heard = hears("a", all.get(9));
        await().atMost(SOON).until(() -> heard.size() == 110);
        assertThat(heard).isEqualTo(all.subList(10, 120));
    }

    @Test
    void aListGoesOnToo() {
        note(here, "a", 5);
        var all = known("a");
        var first = page(inbox("a").since(null, 3));
        assertThat(ids(first)).isEqualTo(all.subList(0, 3));
        assertThat(first.more()).isTrue();
        var rest = page(inbox("a").since(all.get(2), 3));
        assertThat(ids(rest)).isEqualTo(all.subList(3, 5));
        assertThat(rest.more()).isFalse();
        assertThat(ids(page(inbox("a").latest(null, 2))))
                .isEqualTo(all.reversed().subList(0, 2));
        assertThat(ids(page(inbox("a").latest(all.get(3), 9))))
                .isEqualTo(all.reversed().subList(2, 5));
    }

    @Test
    void whoWasAwayForTooLongHearsThatSomeMayBeMissing() {
        note(here, "a", 1);
        var read = known("a").getFirst();
        clock.goOn(Duration.ofDays(31));
        assertThatThrownBy(() -> inbox("a").since(read, 5).block(SOON))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("00410");
        assertThatThrownBy(() -> inbox("a").live(read).blockFirst(SOON))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("00410");
    }

    @Test
    void whatIsForgottenLeavesTheOrderAsItWas() {
        note(here, "a", 3);
        var before = known("a");
        clock.goOn(Duration.ofDays(31));
        assertThat(new EventStore(database)
                        .forget(clock.instant().minus(PROPERTIES.kept()))
                        .block(SOON))
                .isEqualTo(3);
        note(here, "a", 1);
        assertThat(known("a")).hasSize(1);
        assertThat(known("a").getFirst().place()).isGreaterThan(before.getLast().place());
    }

    @Test
    void aConnectionIsKeptAndEndsOnceWhoeverListensMayNoMore() {
        var heard = new CopyOnWriteArrayList<Optional<Event>>();
        var over = new AtomicBoolean();
        inbox("a").live(null).doOnComplete(() -> over.set(true)).subscribe(heard::add, FollowingTests::isOver);
        await().atMost(SOON).until(() -> heard.size() >= 3);
        assertThat(heard).allMatch(Optional::isEmpty);
        assertThat(over).isFalse();
        may.set(false);
        await().atMost(Duration.ofSeconds(1)).untilTrue(over);
    }

    @Test
    void theyAllEndWhenTheGatewayStops() {
        var over = new AtomicBoolean();
        inbox("a").live(null).doOnComplete(() -> over.set(true)).subscribe(_ -> {}, FollowingTests::isOver);
        followers.stop();
        await().atMost(Duration.ofSeconds(1)).untilTrue(over);
    }

    @Test
    void nobodyListensInMoreThanAFewPlacesAndWhoeverLeavesMakesRoom() {
        var places = new ArrayList<>(List.of(listens("a"), listens("a")));
        assertThatThrownBy(() -> inbox("a").live(null).blockFirst(SOON)).isInstanceOf(TooMany.class);
        places.add(listens("b"));
        assertThatThrownBy(() -> inbox("c").live(null).blockFirst(SOON)).isInstanceOf(TooMany.class);
        places.forEach(Disposable::dispose);
        assertThat(inbox("a").live(null).blockFirst(SOON)).isEmpty();
    }

    /** Once it is heard that somebody does. */
    private Disposable listens(String owner) {
        var heard = new AtomicBoolean();
        var place = inbox(owner).live(null).subscribe(_ -> heard.set(true), FollowingTests::isOver);
        await().atMost(SOON).untilTrue(heard);
        return place;
    }

    /** The store is closed at the end. */
    private static void isOver(Throwable error) {
        assertThat(error).isNotNull();
    }

    @Test
    void whoeverReadsSlowlyIsNotSentMoreThanTheyTake() {
        note(here, "a", 300);
        var heard = new CopyOnWriteArrayList<EventId>();
        var slow = new BaseSubscriber<Optional<Event>>() {
            @Override
            protected void hookOnSubscribe(org.reactivestreams.Subscription subscription) {
                subscription.request(1);
            }

            @Override
            protected void hookOnNext(Optional<Event> it) {
                it.map(Event::id).ifPresent(heard::add);
            }
        };
        inbox("a").live(EventId.of(clock.millis() - 60_000, "A".repeat(22))).subscribe(slow);
        await().pollDelay(Duration.ofMillis(300)).until(() -> true);
        assertThat(heard).hasSizeLessThanOrEqualTo(1);
        await().atMost(SOON).until(() -> {
            slow.request(20);
            return heard.size() == 300;
        });
        slow.cancel();
        assertThat(heard).isEqualTo(known("a"));
    }
}
