package dev.qapi.gateway.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.qapi.eservice.EventType;
import dev.qapi.eservice.Notices.State;
import dev.qapi.gateway.crypto.Peppers;
import dev.qapi.gateway.dispatch.Dispatch;
import dev.qapi.gateway.dispatch.Rounds;
import dev.qapi.gateway.events.EventLog;
import dev.qapi.gateway.events.Happening;
import dev.qapi.gateway.events.Logs;
import dev.qapi.gateway.language.Language;
import dev.qapi.gateway.mail.Postmen;
import dev.qapi.gateway.problem.Refusal;
import dev.qapi.gateway.support.MovableClock;
import dev.qapi.identifier.EmailAddress;
import dev.qapi.identifier.FilingNumber;
import dev.qapi.identifier.Malformed;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.mail.MailException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What people are sent, over real SMTP: nothing before they want it, each once, and nothing that says anything about them. */
class NoticesTests {

    private static final String OWNER = "owner-a";
    private static final EmailAddress ADDRESS = EmailAddress.of("kemal@mail.test");
    private static final FilingNumber NUMBER = FilingNumber.of("QP-7K2M-9QXR-4T09");
    private static final Pattern CODE = Pattern.compile("\\b[0-9]{8}\\b");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static MongoServer mongo;
    private static MongoClient client;

    private final MovableClock clock = new MovableClock();
    private final GreenMail smtp = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final NoticeNames names = new NoticeNames(Peppers.any());
    private MongoDatabase database;
    private EventLog events;
    private Gateway gateway;

    /** As much of a gateway as sends notices. */
    private record Gateway(
            NoticeStore store, NoticeDesk desk, NoticeCarrier carrier, Dispatch<StoredNotice> dispatch) {}

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
    void begin() {
        smtp.start();
        database = client.getDatabase("test" + UUID.randomUUID().toString().substring(0, 8));
        events = Logs.on(database, clock);
        gateway = gateway(smtp.getSmtp().getPort());
    }

    @AfterEach
    void stop() {
        smtp.stop();
    }

    private Gateway gateway(int port) {
        var properties = new NoticesProperties(
                "https://qapi.example",
                Duration.ofHours(1),
                5,
                5,
                Duration.ofMillis(50),
                Duration.ofMinutes(10),
                Duration.ofSeconds(60),
                4,
                Duration.ofMinutes(1),
                Duration.ofHours(6),
                Duration.ofDays(3));
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        var mails = new NoticeMails(Postmen.to(port), messages, properties);
        var store = new NoticeStore(database);
        var carrier = new NoticeCarrier(mails, names, properties);
        var rounds = new Rounds<>(store.all(), StoredNotice::of, properties.pace(), clock);
        var dispatch = new Dispatch<>(events, rounds, carrier, properties.pace(), clock);
        return new Gateway(store, new NoticeDesk(store, names, mails, events, properties, clock), carrier, dispatch);
    }

    private static <T> T now(Mono<T> it) {
        return it.blockOptional(PATIENCE).orElseThrow();
    }

    private List<MimeMessage> sent() {
        return List.of(smtp.getReceivedMessages());
    }

    private static String text(MimeMessage mail) {
        try {
            return (String) mail.getContent();
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The code of the latest e-mail. */
    private String asked(Language language) {
        now(gateway.desk().ask(OWNER, ADDRESS, language));
        var code = CODE.matcher(text(sent().getLast()));
        assertThat(code.find()).isTrue();
        return code.group();
    }

    private void confirmed(Language language) {
        assertThat(now(gateway.desk().confirm(OWNER, asked(language))).state()).isEqualTo(State.ACTIVE);
    }

    private void happen(int times) {
        Flux.range(0, times)
                .concatMap(_ -> events.note(new Happening(
                        OWNER,
                        EventType.DECISION_ISSUED,
                        clock.instant(),
                        "stay-extensions",
                        NUMBER,
                        UUID.randomUUID().toString())))
                .blockLast(PATIENCE);
    }

    /** Sends what is due, after so long. */
    private void after(Duration time, Gateway... gateways) {
        clock.goOn(time);
        Flux.just(gateways).flatMap(each -> each.dispatch().drain()).blockLast(PATIENCE);
    }

    private void later() {
        after(Duration.ofMinutes(11), gateway);
    }

    private static String id(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Stream<String> ids() {
        return sent().stream().skip(1).map(NoticesTests::id);
    }

    private static void isRefused(Mono<?> wish, String code) {
        assertThatThrownBy(() -> wish.block(PATIENCE))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(code);
    }

    @Test
    void beforeTheCodeIsRepeatedNothingElseIsSent() {
        var code = asked(Language.EN);
        happen(2);
        later();
        assertThat(sent()).hasSize(1);
        now(gateway.desk().confirm(OWNER, code));
        happen(1);
        later();
        assertThat(sent()).as("what happens from then on").hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AZ", "RU", "EN"})
    void itSaysWhereToLookInTheirLanguageAndNothingAboutAnybody(Language language) throws Exception {
        confirmed(language);
        happen(1);
        later();
        var mail = sent().getLast();
        var said = text(mail);
        var title = switch (language) {
            case AZ -> "müvəqqəti";
            case RU -> "временного";
            case EN -> "Extension";
        };
        assertThat(said)
                .containsIgnoringCase(title)
                .contains(NUMBER.reveal(), "https://qapi.example/events/own")
                .doesNotContainIgnoringCase("qərar verilib", "решение вынесено", "decided", ADDRESS.reveal());
        assertThat(mail.getHeader("List-Unsubscribe-Post", null)).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(mail.getHeader("List-Unsubscribe", null))
                .startsWith("<https://qapi.example/notices/unsubscribe?token=");
        assertThat(mail.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
        assertThat(mail.getFrom()).singleElement().hasToString("qapi@qapi.test");
    }

    @Test
    void gatewaysBesideEachOtherSendEachEventOnceInItsOrder() {
        confirmed(Language.EN);
        happen(6);
        var others = IntStream.range(0, 3).mapToObj(_ -> gateway(smtp.getSmtp().getPort()));
        after(Duration.ofMinutes(11), others.toArray(Gateway[]::new));
        var noted = now(events.after(OWNER, 0, 100).collectList()).stream()
                .map(it -> it.id().text());
        assertThat(ids().map(id -> id.substring(1, id.indexOf('@')))).containsExactlyElementsOf(noted.toList());
    }

    @Test
    void whatTheMailServerDoesNotTakeIsSentAgainUnderTheSameId() {
        confirmed(Language.EN);
        var away = gateway(1);
        happen(1);
        after(Duration.ofMinutes(11), away);
        assertThat(ids()).isEmpty();
        assertThat(now(gateway.store().find(OWNER)).failures()).isEqualTo(1);
        after(Duration.ofMinutes(2), gateway);
        assertThat(ids()).hasSize(1);
        var mine = now(gateway.store().find(OWNER));
        var event = now(events.after(OWNER, 0, 1).next());
        now(gateway.carrier().carry(mine, event)); // as by a gateway that dies before it notes it
        assertThat(ids().distinct()).hasSize(1);
        assertThat(ids()).hasSize(2);
    }

    @Test
    void anAddressThatTakesNothingForDaysIsGivenUp() {
        confirmed(Language.EN);
        var away = gateway(1);
        happen(1);
        for (var hour = 0; hour < 80; hour += 7) {
            after(Duration.ofHours(7), away);
        }
        assertThat(now(gateway.desk().now(OWNER)).orElseThrow().state()).isEqualTo(State.DISABLED);
        later();
        assertThat(ids()).isEmpty();
        confirmed(Language.EN);
    }

    @Test
    void aCodeIsGoodForAnHourAndForFiveTries() {
        var late = asked(Language.EN);
        clock.goOn(Duration.ofMinutes(61));
        isRefused(gateway.desk().confirm(OWNER, late), "00025");
        var tried = asked(Language.EN);
        for (var time = 0; time < 5; time++) {
            isRefused(gateway.desk().confirm(OWNER, "1234567"), "00025");
        }
        isRefused(gateway.desk().confirm(OWNER, tried), "00025");
        isRefused(gateway.desk().confirm("owner b", asked(Language.EN)), "00025");
    }

    @Test
    void nobodyIsSentMoreThanFiveCodesADayAlsoIfTheyAreForgottenInBetween() {
        for (var time = 0; time < 5; time++) {
            asked(Language.EN);
            gateway.desk().end(OWNER).block(PATIENCE);
        }
        isRefused(gateway.desk().ask(OWNER, ADDRESS, Language.EN), "00026");
        assertThat(sent()).hasSize(5);
        clock.goOn(Duration.ofDays(1));
        confirmed(Language.EN);
        now(gateway.desk().ask(OWNER, ADDRESS, Language.EN));
        assertThat(sent()).as("what is confirmed needs none").hasSize(6);
    }

    @Test
    void itsOwnWordEndsItAndNoOther() {
        confirmed(Language.EN);
        var word = names.ending(now(gateway.store().find(OWNER)));
        var endings = new Endings(gateway.store(), names, clock);
        for (var other : List.of("", "x", word.substring(1), "A" + word, word + "AAAA")) {
            assertThat(endings.isOne(other)).as(other).isFalse();
            assertThat(now(endings.end(other))).isFalse();
        }
        assertThat(now(gateway.desk().now(OWNER))).isPresent();
        assertThat(endings.isOne(word)).isTrue();
        assertThat(now(endings.end(word))).isTrue();
        happen(1);
        later();
        assertThat(ids()).isEmpty();
        assertThat(now(gateway.desk().now(OWNER))).isEmpty();
        confirmed(Language.EN);
        assertThat(now(endings.end(word))).isTrue();
        assertThat(now(gateway.desk().now(OWNER)))
                .as("one that was given afterwards stays")
                .isPresent();
    }

    @Test
    void inTheStoreNobodyCanReadTheAddressAndWhatIsNotConfirmedIsForgotten() {
        asked(Language.EN);
        var stored = now(Mono.from(gateway.store().all().find().first()));
        assertThat(stored.toJson()).doesNotContain("kemal", "mail.test");
        var bytes = stored.get("address", org.bson.types.Binary.class).getData();
        assertThat(new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("kemal");
        gateway.store().forget(clock.instant().minusSeconds(60)).block(PATIENCE);
        assertThat(now(gateway.desk().now(OWNER))).isPresent();
        gateway.store().forget(clock.instant().plusSeconds(60)).block(PATIENCE);
        assertThat(now(gateway.desk().now(OWNER))).isEmpty();
    }

    @Test
    void whileTheMailServerIsAwayACodeIsNotSaidToBeSent() {
        assertThatThrownBy(
                        () -> gateway(1).desk().ask(OWNER, ADDRESS, Language.EN).block(PATIENCE))
                .isInstanceOf(MailException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "kemal",
                "kemal@",
                "@mail.test",
                "kemal@mail",
                "a b@mail.test",
                "a@mail.test\r\nBcc: b@mail.test",
                "a@mail.test,b@mail.test",
                "kemal@-mail.test",
                "кемал@mail.test"
            })
    void whatIsNoAddressIsRefused(String typed) {
        assertThatThrownBy(() -> EmailAddress.of(typed)).isInstanceOf(Malformed.class);
    }
}
