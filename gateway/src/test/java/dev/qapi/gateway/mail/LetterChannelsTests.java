package dev.qapi.gateway.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.qapi.mock.MockEgov;
import dev.qapi.mock.Settings;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Letters that did not come over the site: two portals' inboxes, and a maildir whose senders are answered over real SMTP. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "qapi.sandbox=true",
            "management.server.port=0",
            "qapi.resilience.rest=100ms",
            "qapi.filing.poll=200ms",
            "qapi.intake.every=200ms",
            "qapi.mail.from=letters@qapi.test",
            "qapi.data=target/letter-channels"
        })
@AutoConfigureWebTestClient(timeout = "20s")
@DirtiesContext
class LetterChannelsTests {

    private static final MockEgov GOVERNMENT = MockEgov.start(Settings.quick(Clock.systemUTC()));
    private static final GreenMail SMTP = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, Object> SENDER = Map.of(
            "document", Map.of("type", "PASSPORT", "number", "U31207845"),
            "birthDate", "1985-05-14",
            "citizenship", "TUR");

    @TempDir
    static Path maildir;

    @Autowired
    WebTestClient http;

    @DynamicPropertySource
    static void outside(DynamicPropertyRegistry properties) throws IOException {
        SMTP.start();
        Files.createDirectories(maildir.resolve("new"));
        GOVERNMENT.gatewayProperties().forEach((name, value) -> properties.add(name, () -> value));
        properties.add("qapi.mail.boxes.letters", maildir::toString);
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", () -> SMTP.getSmtp().getPort());
    }

    @AfterAll
    static void stop() {
        SMTP.stop();
        GOVERNMENT.close();
    }

    @AfterEach
    void heal() throws Exception {
        admin("DELETE", "/__admin/egov/faults", "");
        SMTP.purgeEmailFromAllMailboxes();
    }

    private static HttpResponse<String> admin(String method, String path, String body) {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(GOVERNMENT.baseUrl() + path))
                            .method(method, HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String unheard() {
        return "Nobody has asked this: " + UUID.randomUUID();
    }

    /** Its id, as the portal knows it. */
    private static String write(String inbox, String text, Map<String, String> other) {
        var letter = JSON.createObjectNode()
                .put("name", "Kemal Yıldız")
                .put("birthDate", "1985-05-14")
                .put("citizenship", "TUR")
                .put("topic", "FEES")
                .put("answerIn", "RU")
                .put("text", text);
        letter.putObject("document").put("type", "PASSPORT").put("number", "U31207845");
        other.forEach(letter::put);
        var body = JSON.createObjectNode().put("inbox", inbox).set("letter", letter);
        return JSON.readTree(
                        admin("POST", "/__admin/egov/letters", body.toString()).body())
                .path("id")
                .asString();
    }

    /** Under which number the portal shows it, once somebody has taken it. */
    private static String number(String id) {
        return within(
                () -> {
                    var answer = admin("GET", "/__admin/egov/letters/" + id, "");
                    return JSON.readTree(answer.body()).path("number").asString("");
                },
                number -> !number.isEmpty());
    }

    private static <T> T within(Callable<T> look, Predicate<T> seen) {
        return await().atMost(Duration.ofSeconds(20)).ignoreExceptions().until(look, seen);
    }

    private JsonNode delivered(String number) {
        var inquiry = new TreeMap<String, Object>(SENDER);
        inquiry.put("number", number);
        return within(
                () -> JSON.readTree(http.post()
                                .uri("/api/v1/letters/track")
                                .header("Accept-Language", "en")
                                .bodyValue(inquiry)
                                .exchange()
                                .expectStatus()
                                .isOk()
                                .expectBody()
                                .returnResult()
                                .getResponseBody())
                        .path("data"),
                letter -> letter.at("/state/code").asString().equals("DELIVERED"));
    }

    private static String registered(JsonNode letter) {
        return letter.at("/registration/number").asString();
    }

    private static void mail(String file, String text) throws IOException {
        var partly = maildir.resolve(file);
        Files.writeString(partly, text.replace("\n", "\r\n"));
        Files.move(partly, maildir.resolve("new").resolve(file)); // as a mail server delivers: whole or not at all
    }

    private static String letter(String id, String labels, String text) {
        return """
                Message-ID: <%s@mail.test>
                From: Kemal <kemal@mail.test>
                To: letters@qapi.test
                Subject: Sual
                MIME-Version: 1.0
                Content-Type: text/plain; charset=UTF-8
                Content-Transfer-Encoding: 8bit

                %s

                %s
                """.formatted(id, labels, text);
    }

    private static final String LABELS = """
            Ad və soyad: Kemal Yıldız
            Sənəd: PASSPORT U31207845
            Doğum tarixi: 14.05.1985
            Vətəndaşlıq: TUR
            Mövzu: FEES""";

    private static String answered() throws Exception {
        await().atMost(Duration.ofSeconds(20)).until(() -> SMTP.getReceivedMessages().length > 0);
        var message = SMTP.getReceivedMessages()[0];
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-replied");
        assertThat(message.getAllRecipients()[0]).hasToString("Kemal <kemal@mail.test>");
        return message.getSubject() + '\n' + message.getContent();
    }

    private static String written(MimeMessage message) {
        try {
            return message.getAllRecipients()[0] + message.getSubject() + message.getContent();
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"MYGOV_INBOX", "EGOV_INBOX"})
    void aLetterLeftInAPortalIsTakenUnderANumberThatItsSenderSeesThere(String inbox) {
        var letter = delivered(number(write(inbox, unheard(), Map.of())));

        assertThat(letter.at("/channel/code").asString()).isEqualTo(inbox.replace("_INBOX", ""));
        assertThat(registered(letter)).startsWith("DM-");
        assertThat(letter.has("dueBy")).isTrue();
    }

    @Test
    void whatNobodyCanReadHoldsUpNothingElse() {
        var broken = write("EGOV_INBOX", unheard(), Map.of("birthDate", "1985-13-40"));

        assertThat(number(write("EGOV_INBOX", unheard(), Map.of()))).startsWith("QP-");
        assertThat(admin("GET", "/__admin/egov/letters/" + broken, "").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aLetterWaitsWhereItIsWhileItsPortalIsDown() throws Exception {
        admin("POST", "/__admin/egov/faults", "{\"fault\":\"F20\",\"register\":\"MYGOV_INBOX\"}");
        var waiting = write("MYGOV_INBOX", unheard(), Map.of());

        assertThat(number(write("EGOV_INBOX", unheard(), Map.of()))).startsWith("QP-");
        assertThat(admin("GET", "/__admin/egov/letters/" + waiting, "").statusCode())
                .isEqualTo(404);
        heal();
        assertThat(number(waiting)).startsWith("QP-");
    }

    @Test
    void theSameOverFourChannelsHasOneNumberAndIsNoRepetition() throws Exception {
        var text = unheard();
        var sent = new TreeMap<String, Object>(SENDER);
        sent.putAll(Map.of("name", "Kemal Yıldız", "topic", "FEES", "answerIn", "RU", "text", text));
        var site = JSON.readTree(http.post()
                .uri("/api/v1/letters")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .bodyValue(sent)
                .exchange()
                .expectStatus()
                .isAccepted()
                .expectBody()
                .returnResult()
                .getResponseBody());
        var first = delivered(site.at("/data/receipt/number").asString());
        mail("1.four", letter("four", LABELS, text));
        var byMail = delivered(answered().lines().findFirst().orElseThrow());
        var myGov = delivered(number(write("MYGOV_INBOX", text, Map.of())));
        var eGov = delivered(number(write("EGOV_INBOX", text, Map.of())));

        assertThat(byMail.at("/channel/code").asString()).isEqualTo("EMAIL");
        assertThat(List.of(byMail, myGov, eGov)).allSatisfy(other -> {
            assertThat(registered(other)).isEqualTo(registered(first));
            assertThat(other.at("/registration/duplicateOf").asString()).isEqualTo(registered(first));
            assertThat(other.has("repetition")).isFalse();
        });
    }

    @Test
    void anEMailDeliveredTwiceIsFiledOnce() throws Exception {
        var text = unheard();
        mail("2.twice", letter("twice", LABELS, text));
        var number = answered().lines().findFirst().orElseThrow();
        SMTP.purgeEmailFromAllMailboxes();
        mail("3.twice", letter("twice", LABELS, text));

        assertThat(answered().lines().findFirst()).contains(number);
        assertThat(maildir.resolve("cur/2.twice:2,S")).exists();
        assertThat(maildir.resolve("new")).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Salam!", "Name: Kemal Yıldız\nDocument: U31207845\nBirth date: 31.02.1985\nCitizenship: TUR"})
    void whoDoesNotSayWhoTheyAreIsToldHowToAndNothingIsThrownAway(String labels) throws Exception {
        var sender = "k" + labels.length() + "@mail.test";
        for (var file : List.of("4.unknown", "5.again")) {
            mail(file + labels.length(), letter(file, labels, "Salam").replace("kemal@mail.test", sender));
        }
        var aside = maildir.resolve("unreadable");
        await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(aside.resolve("5.again" + labels.length())));
        mail("6.after" + labels.length(), letter("after" + labels.length(), LABELS, unheard()));

        await().atMost(Duration.ofSeconds(20)).until(() -> SMTP.getReceivedMessages().length > 1);
        var told = Stream.of(SMTP.getReceivedMessages())
                .filter(message -> written(message).contains(sender))
                .toList();
        assertThat(told).hasSize(1); // the second one of the same sender is not answered
        assertThat(written(told.getFirst())).contains("oxunmadı", "Birth date:", "Дата рождения:");
        assertThat(aside.resolve("4.unknown" + labels.length())).exists();
    }

    @Test
    void anAttachmentThatWouldBeLostIsNotTakenAndAProgramIsNotAnswered() throws Exception {
        mail("7.attached", """
                Message-ID: <attached@mail.test>
                From: robot@mail.test
                Auto-Submitted: auto-generated
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/plain; charset=UTF-8

                %s

                Bax
                --b
                Content-Type: application/pdf
                Content-Disposition: attachment; filename=a.pdf

                x
                --b--
                """.formatted(LABELS));
        await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(maildir.resolve("unreadable/7.attached")));
        mail("8.after", letter("after", LABELS, unheard()));

        assertThat(answered()).startsWith("QP-");
        assertThat(SMTP.getReceivedMessages()).hasSize(1);
    }
}
