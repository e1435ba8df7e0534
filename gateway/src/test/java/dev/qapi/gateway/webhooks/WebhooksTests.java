package dev.qapi.gateway.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.qapi.eservice.Attempt;
import dev.qapi.eservice.Webhook;
import dev.qapi.eservice.Webhook.Outcome;
import dev.qapi.eservice.Webhook.State;
import dev.qapi.eservice.WebhookAddress;
import dev.qapi.gateway.problem.MalformedFields;
import dev.qapi.gateway.problem.Refusal;
import dev.qapi.gateway.support.MovableClock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What portals are sent, over real connections: signed, in order, at least once, and never where it is not wanted. */
class WebhooksTests {

    private static final String PORTAL = "portal a";
    private static MongoServer mongo;
    private static MongoClient client;

    private final MovableClock clock = new MovableClock();
    private final Receiver receiver = new Receiver();
    private PostOffice office;

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
    void newStore() {
        office = another(true);
    }

    private PostOffice another(boolean loopback) {
        var database = office == null ? "test" + UUID.randomUUID().toString().substring(0, 8) : name;
        name = database;
        return PostOffice.of(client.getDatabase(database), clock, loopback);
    }

    private String name = "";

    @AfterEach
    void close() {
        receiver.close();
    }

    private List<String> sent() {
        return receiver.events().stream().map(Receiver.Got::id).toList();
    }

    @Test
    void whatIsSentIsSignedAsTheOfficialLibraryVerifiesAndSaysNothingButTypeAndId() throws Exception {
        var webhook = office.added(PORTAL, receiver.address());
        PostOffice.now(office.of(PORTAL).activate(webhook.id()));
        var id = office.happen(PORTAL, 1).getFirst();
        office.later();
        clock.beRight();
        var verifier = new com.standardwebhooks.Webhook(String.valueOf(webhook.secret()));
        assertThat(receiver.got).hasSize(2); // the challenge too
        for (var got : receiver.got) {
            verifier.verify(got.body(), got.headers());
            assertThatThrownBy(() -> verifier.verify(got.body().replace("type", "tipe"), got.headers()))
                    .isInstanceOf(com.standardwebhooks.exceptions.WebhookVerificationException.class);
        }
        assertThat(receiver.events().getFirst().id()).isEqualTo(id);
        assertThat(receiver.events().getFirst().body())
                .matches("\\{\"type\":\"filing.delivered\",\"timestamp\":\"[0-9T:.Z-]+\",\"data\":\\{\"id\":\"" + id
                        + "\"}}");
    }

    @Test
    void nothingIsSentBeforeTheChallengeIsRepeated() {
        receiver.answering = (exchange, _) -> Receiver.say(exchange, 200, "{\"challenge\": \"whatever you want\"}");
        var webhook = office.added(PORTAL, receiver.address());
        office.happen(PORTAL, 2);
        assertThatThrownBy(() -> office.of(PORTAL).activate(webhook.id()).block(Duration.ofSeconds(5)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("00019");
        office.later();
        assertThat(receiver.events()).isEmpty();
        assertThat(office.standing(PORTAL, webhook).state()).isEqualTo(State.PENDING);
        receiver.answering = Receiver::well;
        PostOffice.now(office.of(PORTAL).activate(webhook.id()));
        office.later();
        assertThat(sent()).isEqualTo(office.ids(PORTAL));
    }

    @Test
    void whatFailsIsSentAgainUnderTheSameIdAndNothingBeforeIt() {
        var webhook = office.activated(PORTAL, receiver.address());
        receiver.answersEvents(500);
        var ids = office.happen(PORTAL, 3);
        office.later();
        office.after(Duration.ofSeconds(2));
        assertThat(sent()).containsExactly(ids.getFirst());
        office.after(Duration.ofSeconds(5));
        assertThat(sent()).containsExactly(ids.getFirst(), ids.getFirst());
        assertThat(office.standing(PORTAL, webhook).failures()).isEqualTo(2);
        receiver.answersEvents(204);
        office.after(Duration.ofSeconds(13));
        assertThat(sent().subList(2, 5)).isEqualTo(ids);
        assertThat(office.standing(PORTAL, webhook).failures()).isZero();
        var log = PostOffice.now(office.of(PORTAL).deliveries(webhook.id()));
        assertThat(log.reversed().stream().skip(1))
                .extracting(Webhook.Delivery::status)
                .containsExactly(500, 500, 204, 204, 204);
        assertThat(log.reversed().stream().skip(1))
                .extracting(Webhook.Delivery::attempt)
                .containsExactly(1, 2, 3, 1, 1);
    }

    @Test
    void oneThatStallsKeepsNoOtherWaiting() {
        office.activated(PORTAL, receiver.address());
        receiver.stalls();
        office.happen(PORTAL, 1);
        try (var good = new Receiver()) {
            for (var i = 0; i < 20; i++) {
                office.activated("portal " + i, good.address());
                office.happen("portal " + i, 1);
            }
            clock.goOn(Duration.ofSeconds(11));
            var begun = System.nanoTime();
            var draining = office.dispatch().drain().toFuture();
            org.awaitility.Awaitility.await()
                    .atMost(PostOffice.ANSWER.minusMillis(100)) // which the one that stalls takes
                    .until(() -> good.events().size() == 20);
            draining.join();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(PostOffice.ANSWER.minusMillis(10));
        }
        var webhook = PostOffice.now(office.of(PORTAL).all()).getFirst();
        assertThat(PostOffice.now(office.of(PORTAL).deliveries(webhook.id()))
                        .getFirst()
                        .outcome())
                .isEqualTo(Outcome.NO_ANSWER);
    }

    @Test
    void anAnswerThatNeverEndsIsNotReadOnceItsStatusIsKnown() {
        var webhook = office.activated(PORTAL, receiver.address());
        receiver.answering = (exchange, _) -> {
            exchange.sendResponseHeaders(200, 0);
            var line = "x".repeat(10_000).getBytes(UTF_8);
            while (true) {
                exchange.getResponseBody().write(line);
            }
        };
        office.happen(PORTAL, 1);
        office.later();
        assertThat(office.standing(PORTAL, webhook).failures()).isZero();
    }

    @Test
    void noRedirectIsFollowed() {
        var webhook = office.activated(PORTAL, receiver.address());
        var elsewhere = new AtomicInteger();
        receiver.answering = (exchange, _) -> {
            elsewhere.addAndGet(exchange.getRequestURI().getPath().equals("/elsewhere") ? 1 : 0);
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            Receiver.say(exchange, 307, "");
        };
        office.happen(PORTAL, 1);
        office.later();
        assertThat(receiver.events()).hasSize(1);
        assertThat(elsewhere).hasValue(0);
        assertThat(office.standing(PORTAL, webhook).failures()).isEqualTo(1);
    }

    @Test
    void oneThatTakesNothingForThreeDaysIsDisabledAndItsPortalToldAndNothingIsLost() {
        var webhook = office.activated(PORTAL, receiver.address());
        receiver.answersEvents(503);
        var ids = office.happen(PORTAL, 2);
        office.later();
        for (var hour = 0; hour < 71; hour++) {
            office.after(Duration.ofHours(1));
        }
        assertThat(office.standing(PORTAL, webhook).state()).isEqualTo(State.ACTIVE);
        office.after(Duration.ofHours(7));
        assertThat(office.standing(PORTAL, webhook).state()).isEqualTo(State.DISABLED);
        var attempts = receiver.events().size();
        assertThat(attempts).isBetween(15, 30);
        assertThat(office.ids(PORTAL)).hasSize(3);
        office.after(Duration.ofDays(1));
        assertThat(receiver.events()).hasSize(attempts);
        receiver.answersEvents(200);
        PostOffice.now(office.of(PORTAL).activate(webhook.id()));
        office.later();
        assertThat(sent().subList(attempts, attempts + 2)).isEqualTo(ids);
        assertThat(receiver.events().getLast().type()).isEqualTo("webhook.disabled");
    }

    @Test
    void oneThatSaysThatItIsGoneIsDisabledAtOnce() {
        var webhook = office.activated(PORTAL, receiver.address());
        receiver.answersEvents(410);
        office.happen(PORTAL, 1);
        office.later();
        assertThat(office.standing(PORTAL, webhook).state()).isEqualTo(State.DISABLED);
    }

    @Test
    void whatAGatewayHadSentWhenItDiedIsSentAgainUnderTheSameId() {
        office.activated(PORTAL, receiver.address());
        var id = office.happen(PORTAL, 1).getFirst();
        clock.goOn(Duration.ofSeconds(11));
        var dead = PostOffice.now(office.rounds().takeAny());
        var event =
                PostOffice.now(office.events().after(PORTAL, dead.place(), 1).next());
        PostOffice.now(office.courier().send(dead, Message.of(event)));
        office.after(Duration.ofSeconds(20));
        assertThat(sent()).containsExactly(id);
        office.after(Duration.ofSeconds(11));
        assertThat(sent()).containsExactly(id, id);
        assertThat(office.rounds().taken(dead, event.id().place()).block(Duration.ofSeconds(5)))
                .as("whoever was thought dead has no say any more")
                .isNull();
    }

    @Test
    void gatewaysBesideEachOtherSendEachEventOnceInItsOrder() {
        office.activated(PORTAL, receiver.address());
        var ids = office.happen(PORTAL, 60);
        clock.goOn(Duration.ofSeconds(11));
        var others = List.of(office, another(true), another(true));
        Mono.when(others.stream().map(it -> it.dispatch().drain()).toList()).block(Duration.ofSeconds(20));
        assertThat(sent()).isEqualTo(ids);
    }

    @Test
    void whatIsReplayedComesAgainUnderTheSameIds() {
        var webhook = office.activated(PORTAL, receiver.address());
        office.happen(PORTAL, 2);
        clock.goOn(Duration.ofMinutes(1));
        var since = clock.instant();
        var ids = office.happen(PORTAL, 3);
        office.later();
        assertThat(sent()).hasSize(5);
        PostOffice.now(office.of(PORTAL).replay(webhook.id(), since));
        office.after(Duration.ZERO);
        assertThat(sent().subList(5, sent().size())).isEqualTo(ids);
    }

    @Test
    void nobodyHasASayOverAnotherPortalsWebhook() {
        var webhook = office.activated(PORTAL, receiver.address());
        var other = office.of("portal b");
        var now = clock.instant();
        for (var attempt : List.of(
                other.find(webhook.id()),
                other.remove(webhook.id()),
                other.activate(webhook.id()),
                other.replay(webhook.id(), now),
                other.deliveries(webhook.id()))) {
            assertThatThrownBy(() -> attempt.block(Duration.ofSeconds(5))).isInstanceOf(ResponseStatusException.class);
        }
        assertThat(PostOffice.now(other.all())).isEmpty();
        office.happen("portal b", 1);
        office.later();
        assertThat(receiver.events()).isEmpty();
    }

    @Test
    void theSameAttemptAddsOneAndGetsItsSecretAgainAndAnotherAddressIsRefused() {
        var replays = new AtomicInteger();
        var attempt = new Attempt("portal a", UUID.randomUUID().toString(), replays::incrementAndGet);
        var webhooks = office.of(PORTAL);
        var both = PostOffice.now(Flux.range(0, 2)
                .flatMap(_ -> webhooks.add(attempt, receiver.address()))
                .collectList());
        assertThat(both.getFirst()).isEqualTo(both.getLast());
        assertThat(both.getFirst().secret()).startsWith("whsec_");
        assertThat(replays).hasValue(1);
        assertThat(PostOffice.now(webhooks.all()).getFirst().secret()).isNull();
        assertThatThrownBy(() -> webhooks.add(attempt, WebhookAddress.of("http://127.0.0.1/other"))
                        .block(Duration.ofSeconds(5)))
                .hasMessageContaining("00016");
    }

    @Test
    void aPortalHasTenAtMost() {
        for (var i = 0; i < 10; i++) {
            office.added(PORTAL, receiver.address());
        }
        assertThatThrownBy(() -> office.added(PORTAL, receiver.address())).hasMessageContaining("00018");
    }

    @Test
    void onlyTlsIsGoodEnoughForAddressesOutside() {
        assertThatThrownBy(() -> another(false).added(PORTAL, WebhookAddress.of("http://portal.example/")))
                .isInstanceOf(MalformedFields.class);
        assertThat(another(false)
                        .added(PORTAL, WebhookAddress.of("https://portal.example/"))
                        .state())
                .isEqualTo(State.PENDING);
    }

    @Test
    void theStoreHoldsNeitherAddressNorSecret() {
        var webhook = office.activated(PORTAL, receiver.address());
        office.happen(PORTAL, 1);
        office.later();
        var all = Flux.from(client.getDatabase(name).listCollectionNames())
                .flatMap(collection ->
                        client.getDatabase(name).getCollection(collection).find())
                .map(document -> document.toJson())
                .collectList();
        assertThat(String.valueOf(PostOffice.now(all)))
                .doesNotContain("portal-s-own", "127.0.0.1", String.valueOf(webhook.secret()));
    }
}
