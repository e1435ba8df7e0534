package dev.qapi.gateway.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.qapi.eservice.Attempt;
import dev.qapi.eservice.Course;
import dev.qapi.eservice.Event;
import dev.qapi.eservice.EventType;
import dev.qapi.eservice.Evidence;
import dev.qapi.eservice.Failure;
import dev.qapi.eservice.Filed;
import dev.qapi.eservice.Filed.State;
import dev.qapi.eservice.Register;
import dev.qapi.gateway.crypto.Peppers;
import dev.qapi.gateway.events.Logs;
import dev.qapi.gateway.events.Owners;
import dev.qapi.gateway.problem.Refusal;
import dev.qapi.gateway.stores.OwnMongo;
import dev.qapi.gateway.stores.Signal;
import dev.qapi.gateway.support.MovableClock;
import dev.qapi.gateway.watch.WatchesOn;
import dev.qapi.identifier.DocumentNumber;
import dev.qapi.identifier.Identifier;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is receipted is stored, and what is stored is done once, whatever happens to gateways, store and register. */
class FilingTests {

    private static final List<Identifier> OWNER = List.of(DocumentNumber.of("P7654321"));

    private static final Owners OWNERS = new Owners(Peppers.any());

    @TempDir
    static Path folder;

    private static OwnMongo mongo;
    private static MongoClient client;

    private final MovableClock clock = new MovableClock();
    private final Notary notary = new Notary();
    private MongoDatabase database;
    private Office office;

    @BeforeAll
    static void open() throws Exception {
        mongo = new OwnMongo(folder);
        client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(mongo.uri()))
                .timeout(1000, TimeUnit.MILLISECONDS)
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(500, TimeUnit.MILLISECONDS))
                .build());
    }

    @AfterAll
    static void close() throws Exception {
        client.close();
        mongo.close();
    }

    @BeforeEach
    void newStore() {
        database = client.getDatabase("test" + UUID.randomUUID().toString().substring(0, 8));
        office = Office.of(database, notary, clock);
        office.store().index().retry(5).block(Duration.ofSeconds(20));
    }

    @AfterEach
    void stop() {
        office.outbox().stop();
    }

    private static Attempt attempt() {
        return new Attempt("nobody", UUID.randomUUID().toString(), () -> {});
    }

    private Filed<Note, Note.Taken> file(Attempt attempt, Note note) {
        return office.notes()
                .file(attempt, note, OWNER)
                .blockOptional(Duration.ofSeconds(5))
                .orElseThrow();
    }

    private Filed<Note, Note.Taken> found(Filed<Note, Note.Taken> filed) {
        return office.notes()
                .find(filed.receipt().number(), filed.payload().subject())
                .blockOptional(Duration.ofSeconds(5))
                .orElseThrow();
    }

    private void drain() {
        office.outbox().drain().block(Duration.ofSeconds(20));
    }

    @Test
    void theSameAttemptGetsTheFirstReceiptAgainAndSaysSo() {
        var replays = new AtomicInteger();
        var attempt = new Attempt("nobody", UUID.randomUUID().toString(), replays::incrementAndGet);
        var note = Note.any();
        var first = file(attempt, note);
        assertThat(replays).hasValue(0);
        clock.goOn(Duration.ofHours(25));
        assertThat(file(attempt, note).receipt()).isEqualTo(first.receipt());
        drain();
        assertThat(file(attempt, note).receipt()).isEqualTo(first.receipt());
        assertThat(replays).hasValue(2);
        assertThat(notary.effects).hasSize(1);
    }

    @Test
    void oneThatSaysOtherwiseUnderTheSameKeyIsRefused() {
        var attempt = attempt();
        file(attempt, Note.any());
        assertThatThrownBy(() -> file(attempt, Note.any()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("00016");
        drain();
        assertThatThrownBy(() -> file(attempt, Note.any()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("00016");
        assertThat(notary.effects).hasSize(1);
    }

    @Test
    void anotherCallerMayUseTheSameKey() {
        var key = UUID.randomUUID().toString();
        var one = file(new Attempt("portal a", key, () -> {}), Note.saying("one"));
        var other = file(new Attempt("portal b", key, () -> {}), Note.saying("other"));
        assertThat(one.receipt().number()).isNotEqualTo(other.receipt().number());
    }

    @Test
    void whatManyGatewaysAcceptAtOnceUnderOneKeyIsOne() {
        var attempt = attempt();
        var note = Note.any();
        var offices = List.of(office, Office.of(database, notary, clock), Office.of(database, notary, clock));
        var receipts = Flux.fromIterable(offices)
                .flatMap(it -> it.notes().file(attempt, note, OWNER))
                .map(Filed::receipt)
                .collectList()
                .blockOptional(Duration.ofSeconds(5))
                .orElseThrow();
        assertThat(receipts).hasSize(3);
        assertThat(new HashSet<>(receipts)).hasSize(1);
        drain();
        assertThat(notary.effects).hasSize(1);
    }

    /** Another gateway looked for it before the first one had stored it, and stores it when the first one has ended it. */
    @Test
    void whatIsAtItsEndAlreadyIsNotAcceptedOnceMore() {
        var first = file(attempt(), Note.any());
        drain();
        var ended = office.store()
                .find("number", first.receipt().number().reveal())
                .blockOptional(Duration.ofSeconds(5))
                .orElseThrow();

        assertThat(office.store().insert(ended).blockOptional(Duration.ofSeconds(5)))
                .isEmpty();
        assertThat(Mono.from(office.store().waiting().countDocuments()).block(Duration.ofSeconds(5)))
                .isZero();
    }

    @Test
    void whoLooksForItHasToKnowWhomItIsAbout() {
        var filed = file(attempt(), Note.any());
        assertThat(found(filed).state()).isEqualTo(State.ACCEPTED);
        assertThatThrownBy(() ->
                        office.notes().find(filed.receipt().number(), OWNER).block(Duration.ofSeconds(5)))
                .isInstanceOf(Failure.NotFound.class);
    }

    @Test
    void theStoreNamesNobodyAndHoldsNoWordOfIt() {
        var filed = file(attempt(), Note.saying("a secret wish"));
        drain();
        for (var place : List.of(office.store().waiting(), office.store().ended())) {
            var all = Flux.from(place.find()).collectList().block(Duration.ofSeconds(5));
            assertThat(String.valueOf(all)).doesNotContain("secret", "C01234567", "P7654321", "N-0");
        }
        assertThat(found(filed).payload()).isEqualTo(Note.saying("a secret wish"));
    }

    @Test
    void aThousandAreDeliveredOnceEachByTwoGatewaysBesideEachOther() {
        Flux.range(0, 1000)
                .flatMap(_ -> office.notes().file(attempt(), Note.any(), OWNER), 16)
                .blockLast(Duration.ofSeconds(60));
        var other = Office.of(database, notary, clock);
        Mono.when(office.outbox().drain(), other.outbox().drain()).block(Duration.ofSeconds(120));
        assertThat(notary.effects).hasSize(1000);
        assertThat(notary.asked()).isEqualTo(1000);
        var report =
                office.backlog().report().blockOptional(Duration.ofSeconds(5)).orElseThrow();
        assertThat(report.accepted()).isZero();
        assertThat(report.delivered()).isEqualTo(1000);
    }

    @Test
    void itIsHandedInAtOnceWithoutBeingLookedFor() {
        office.outbox().start();
        var filed = file(attempt(), Note.any());
        await().atMost(Duration.ofSeconds(5)).until(() -> found(filed).state() == State.DELIVERED);
        assertThat(found(filed).reply()).isNotNull();
        assertThat(found(filed).history())
                .extracting(Filed.Step::state)
                .containsExactly(State.ACCEPTED, State.DELIVERED);
    }

    @Test
    void whatADeadGatewayHadTakenIsHandedInByAnotherWithinHalfAMinute() {
        var filed = file(attempt(), Note.any());
        assertThat(office.leases().takeAny(java.util.Set.of("notes")).blockFirst(Duration.ofSeconds(5)))
                .isNotNull();
        drain();
        assertThat(notary.effects).isEmpty();
        clock.goOn(Duration.ofSeconds(30));
        drain();
        assertThat(found(filed).state()).isEqualTo(State.DELIVERED);
    }

    @Test
    void whatTheRegisterDidWithoutAWordIsAskedForAgainAndDoneOnce() {
        notary.silent = true;
        var filed = file(attempt(), Note.any());
        drain();
        assertThat(found(filed).state()).isEqualTo(State.ACCEPTED);
        notary.silent = false;
        clock.goOn(Duration.ofSeconds(2));
        drain();
        assertThat(found(filed).state()).isEqualTo(State.DELIVERED);
        assertThat(notary.asked()).isEqualTo(2);
        assertThat(notary.effects).hasSize(1);
    }

    @Test
    void aRegisterThatIsDownForAWeekIsTriedEveryHourAndThenSomebodyLooksAtIt() {
        notary.failure.set(Optional.of(Notary.down()));
        var filed = file(attempt(), Note.any());
        for (var hour = 0; hour < 7 * 24; hour++) {
            drain();
            assertThat(found(filed).state()).isEqualTo(State.ACCEPTED);
            clock.goOn(Duration.ofHours(1));
        }
        assertThat(notary.asked()).isEqualTo(7 * 24);
        drain();
        assertThat(found(filed).state()).isEqualTo(State.NEEDS_ATTENTION);
        clock.goOn(Duration.ofDays(365));
        notary.failure.set(Optional.empty());
        drain();
        assertThat(found(filed).state()).isEqualTo(State.NEEDS_ATTENTION);
        assertThat(office.leases().resume(filed.receipt().number()).block(Duration.ofSeconds(5)))
                .isTrue();
        drain();
        assertThat(found(filed).state()).isEqualTo(State.DELIVERED);
        assertThat(heardBy(OWNERS.of(OWNER)))
                .containsExactly(EventType.FILING_NEEDS_ATTENTION, EventType.FILING_DELIVERED);
    }

    private List<EventType> heardBy(@Nullable String owner) {
        return Logs.on(database, clock)
                .after(String.valueOf(owner), 0, 100)
                .map(Event::type)
                .collectList()
                .blockOptional(Duration.ofSeconds(5))
                .orElseThrow();
    }

    @Test
    void whatBecameOfItIsToldOnceThoughTheGatewayDiesRightAfterItHasToldIt() {
        var attempt = new Attempt("portal a", UUID.randomUUID().toString(), () -> {});
        office.notes().file(attempt, Note.any(), List.of()).block(Duration.ofSeconds(5));
        var mine = office.leases()
                .takeAny(java.util.Set.of("notes"))
                .next()
                .blockOptional(Duration.ofSeconds(5))
                .orElseThrow();
        office.notes().watch(_ -> Mono.just(Course.over("read", EventType.ANSWER_ARRIVED)));
        var reply = new Note.Taken(Evidence.Match.MATCHED, Instant.EPOCH, true, mine.number(), "N-1");
        var delivered = mine.delivered(
                clock.instant(),
                new FilingNames(Peppers.any()).reply(mine.id()).seal(FilingJson.REPLY.writeValueAsBytes(reply)));
        var told = office.news().of(delivered).then(Mono.<Void>error(new IllegalStateException("dead")));
        assertThatThrownBy(() -> office.store().end(delivered, told).block(Duration.ofSeconds(5)))
                .hasMessage("dead");
        clock.goOn(Duration.ofSeconds(30));
        drain();
        assertThat(notary.effects).hasSize(1);
        lookAnHourLater();
        assertThat(heardBy(OWNERS.portal("a"))).containsExactly(EventType.FILING_DELIVERED, EventType.ANSWER_ARRIVED);
        assertThat(heardBy(OWNERS.portal("b"))).isEmpty();
    }

    private void lookAnHourLater() {
        clock.goOn(Duration.ofHours(1));
        WatchesOn.look(office.watches(), database, clock);
    }

    @Test
    void whatNobodyWouldHearOfIsNotLookedAtNorWhatTheRegisterHasNot() {
        var looked = new AtomicInteger();
        office.notes()
                .watch(filed -> Mono.fromSupplier(() -> {
                    assertThat(filed.reply()).isNotNull();
                    return Course.at("look " + looked.incrementAndGet(), EventType.STATUS_CHANGED);
                }));
        office.notes().file(attempt(), Note.any(), List.of()).block(Duration.ofSeconds(5));
        drain();
        lookAnHourLater();
        assertThat(looked).hasValue(0);
        notary.failure.set(Optional.of(Notary.down()));
        file(attempt(), Note.any());
        drain();
        lookAnHourLater();
        assertThat(looked).hasValue(0);
        notary.failure.set(Optional.empty());
        drain();
        lookAnHourLater();
        assertThat(looked).hasValue(1);
        assertThat(heardBy(OWNERS.of(OWNER))).containsExactly(EventType.FILING_DELIVERED, EventType.STATUS_CHANGED);
    }

    @Test
    void aPauseGrowsFromASecondToAnHour() {
        assertThat(Office.PROPERTIES.pause(1, 0.5)).isEqualTo(Duration.ofSeconds(1));
        assertThat(Office.PROPERTIES.pause(5, 0.5)).isEqualTo(Duration.ofSeconds(16));
        assertThat(Office.PROPERTIES.pause(5, 0)).isEqualTo(Duration.ofSeconds(12));
        assertThat(Office.PROPERTIES.pause(400, 0.99)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void aRefusalOfTheRegisterIsToldAndNotTriedAgain() {
        var answer = WebClientResponseException.create(
                422, "", HttpHeaders.EMPTY, "{\"type\":\"Note.TooLong\",\"message\":\"x\"}".getBytes(), null);
        notary.failure.set(Optional.of(new Failure.Untrusted(Register.VMMS, "refused", answer)));
        var filed = file(attempt(), Note.any());
        drain();
        clock.goOn(Duration.ofDays(1));
        drain();
        assertThat(found(filed).state()).isEqualTo(State.REFUSED);
        assertThat(found(filed).refusal()).isEqualTo("Note.TooLong");
        assertThat(heardBy(OWNERS.of(OWNER))).containsExactly(EventType.FILING_REFUSED);
        assertThat(notary.asked()).isEqualTo(1);
    }

    @Test
    void aStoreThatIsSilentAcceptsNothingAndTheSameKeyIsTakenOnceAfterwards() {
        var attempt = attempt();
        var note = Note.any();
        file(attempt(), Note.any());
        mongo.feels(Signal.STOP);
        try {
            var begun = System.nanoTime();
            var both = Flux.range(0, 2)
                    .flatMap(_ -> office.notes()
                            .file(attempt, note, OWNER)
                            .map(_ -> "accepted")
                            .onErrorResume(error -> Mono.just(String.valueOf(error.getMessage()))))
                    .collectList()
                    .block(Duration.ofSeconds(5));
            assertThat(both).containsExactlyInAnyOrder("refused: 00015", "refused: 00017");
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(1200));
        } finally {
            mongo.feels(Signal.CONT);
        }
        await().atMost(Duration.ofSeconds(10)).ignoreExceptions().until(() -> file(attempt, note) != null);
        drain();
        assertThat(notary.effects).hasSize(2);
    }
}
