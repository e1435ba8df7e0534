package dev.qapi.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.qapi.contract.Persona;
import dev.qapi.gateway.support.TestLogins;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import tools.jackson.databind.JsonNode;

/** Letters over HTTP, before the simulated document flow. */
class LettersTests extends FilingContext {

    private static final String NUMBER = "id=\"number\"[^>]*>(QP-[^<]+)<";
    private static final String WORKER = "work-permit-awaiting-fee";
    private static final String WORKERS_NAME = "MINJUN KIM";
    private static final Map<String, Object> SENDER = Map.of(
            "document", Map.of("type", "PASSPORT", "number", "U31207845"),
            "birthDate", "1985-05-14",
            "citizenship", "TUR");

    private static TreeMap<String, Object> letter(String text) {
        var letter = new TreeMap<String, Object>(SENDER);
        letter.putAll(Map.of("name", "Kemal Yıldız", "topic", "OTHER", "answerIn", "EN", "text", text));
        return letter;
    }

    private static String unheard() {
        return "Nobody has asked this: " + UUID.randomUUID();
    }

    private WebTestClient.ResponseSpec send(String key, Map<String, Object> letter) {
        return http.post()
                .uri("/api/v1/letters")
                .header("Accept-Language", "en")
                .header("Idempotency-Key", key)
                .bodyValue(letter)
                .exchange();
    }

    private JsonNode filed(String text) {
        return told(
                send(UUID.randomUUID().toString(), letter(text)).expectStatus().isAccepted());
    }

    private WebTestClient.ResponseSpec track(String number) {
        var inquiry = new TreeMap<String, Object>(SENDER);
        inquiry.put("number", number);
        return http.post()
                .uri("/api/v1/letters/track")
                .header("Accept-Language", "en")
                .bodyValue(inquiry)
                .exchange();
    }

    private JsonNode tracked(JsonNode filed) {
        return told(track(number(filed)).expectStatus().isOk());
    }

    private static String number(JsonNode letter) {
        return letter.at("/receipt/number").asString();
    }

    private static String state(JsonNode letter) {
        return letter.at("/state/code").asString();
    }

    private JsonNode delivered(JsonNode filed) {
        await().atMost(Duration.ofSeconds(20)).until(() -> state(tracked(filed)).equals("DELIVERED"));
        return tracked(filed);
    }

    @Test
    void aLetterIsAcceptedWhileTheRegisterIsDownAndDoneOnceAfterwards() {
        var before = sequence(delivered(filed(unheard())));
        admin("POST", "/__admin/egov/faults", "{\"fault\":\"F20\",\"register\":\"DOCUMENT_FLOW\"}");
        var failures = unsettled();
        var letter = filed(unheard());
        assertThat(state(letter)).isEqualTo("ACCEPTED");
        await().atMost(Duration.ofSeconds(20)).until(() -> unsettled() > failures + 1);
        assertThat(state(tracked(letter))).isEqualTo("ACCEPTED");
        heal();
        var arrived = delivered(letter);
        assertThat(arrived.path("receipt")).isEqualTo(letter.path("receipt"));
        assertThat(sequence(arrived)).isEqualTo(before + 1);
        assertThat(sequence(delivered(filed(unheard())))).isEqualTo(before + 2);
    }

    private static int sequence(JsonNode letter) {
        var number = letter.at("/registration/number").asString();
        return Integer.parseInt(number.substring(number.lastIndexOf('-') + 1));
    }

    private double unsettled() {
        return deliveries("Unsettled");
    }

    @Test
    void whatIsSentTwiceGetsTheFirstReceiptAgain() {
        var key = UUID.randomUUID().toString();
        var letter = letter(unheard());
        var first = told(
                send(key, letter).expectStatus().isAccepted().expectHeader().doesNotExist("Idempotent-Replay"));
        var second = told(
                send(key, letter).expectStatus().isAccepted().expectHeader().valueEquals("Idempotent-Replay", "true"));
        assertThat(second.path("receipt")).isEqualTo(first.path("receipt"));
        send(key, letter(unheard()))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("00016");
    }

    @Test
    void withoutAKeyNothingIsTaken() {
        for (var key : new String[] {"short", "with a space in it", "x".repeat(65)}) {
            send(key, letter(unheard()))
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("00014");
        }
    }

    @Test
    void aWrongDetailAndAWrongNumberAreToldAlike() {
        var letter = filed(unheard());
        var other = new TreeMap<String, Object>(SENDER);
        other.put("number", number(letter));
        other.put("birthDate", "1985-05-15");
        var wrong = http.post()
                .uri("/api/v1/letters/track")
                .bodyValue(other)
                .exchange()
                .expectStatus()
                .isNotFound();
        assertThat(JSON.readTree(wrong.expectBody().returnResult().getResponseBody())
                        .path("code")
                        .asString())
                .isEqualTo("00003");
        var spelt = number(letter).toLowerCase(Locale.ROOT).replace("-", " ");
        assertThat(number(told(track(spelt).expectStatus().isOk()))).isEqualTo(number(letter));
    }

    @Test
    void fromTheFourthOfTheSameTextOnItIsSaidThatItNeedNotBeConsidered() {
        var text = unheard();
        var first = filed(text);
        filed(text);
        var third = filed(text.toUpperCase(Locale.ROOT));
        assertThat(third.has("repetition")).isFalse();
        var fourth = filed(text);
        assertThat(fourth.at("/repetition/times").asInt()).isEqualTo(4);
        assertThat(fourth.at("/repetition/code").asString()).isEqualTo("NOT_CONSIDERED");
        assertThat(tracked(first).has("repetition")).isFalse();
        var numbers = List.of(delivered(first), delivered(fourth)).stream()
                .filter(letter -> letter.at("/registration/duplicateOf").isString())
                .toList();
        assertThat(numbers).isNotEmpty();
    }

    @Test
    void whoIsLoggedInHasAListOfTheirOwnAndNobodyElseHasIt() {
        var text = unheard();
        var answer = http.post()
                .uri("/api/v1/letters/own")
                .header(TestLogins.HEADER, "work-permit-awaiting-fee")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .bodyValue(Map.of("name", "Min Jae", "topic", "WORK", "answerIn", "RU", "text", text))
                .exchange()
                .expectStatus()
                .isAccepted();
        var number = number(told(answer));
        assertThat(own("work-permit-awaiting-fee")
                        .at("/letters/0/receipt/number")
                        .asString())
                .isEqualTo(number);
        assertThat(own("several-applications").toString()).doesNotContain(number);
    }

    private WebTestClient.ResponseSpec sendOwn(String login, String key, String name, String text) {
        var letter = new TreeMap<String, Object>(Map.of("topic", "WORK", "answerIn", "EN", "text", text));
        if (!name.isEmpty()) {
            letter.put("name", name);
        }
        return http.post()
                .uri("/api/v1/letters/own")
                .header(TestLogins.HEADER, login)
                .header("Idempotency-Key", key)
                .bodyValue(letter)
                .exchange();
    }

    private JsonNode filedOwn(String name, String text) {
        var key = UUID.randomUUID().toString();
        return told(sendOwn(WORKER, key, name, text).expectStatus().isAccepted());
    }

    @Test
    void aNameThatTheRegisterKnowsIsNotAskedForAndItsWordCounts() {
        answering();
        var text = unheard();
        var silent = filedOwn("", text);
        var supplied = silent.at("/receipt/supplied/0");
        assertThat(supplied.path("path").asString()).isEqualTo("/name");
        assertThat(supplied.path("value").asString()).isEqualTo(WORKERS_NAME);
        assertThat(supplied.path("register").asString()).isEqualTo("IAMAS");
        assertThat(supplied.path("asOf").asString()).endsWith("+04:00");
        assertThat(supplied.has("unconfirmed")).isFalse();
        var contrary = filedOwn("Somebody Else", text);
        assertThat(contrary.at("/receipt/supplied/0/value").asString()).isEqualTo(WORKERS_NAME);
        assertThat(contrary.at("/receipt/hash")).isEqualTo(silent.at("/receipt/hash"));
        assertThat(own(WORKER).toString()).contains(supplied.toString());
    }

    @ParameterizedTest
    @CsvSource({"F20, 04001", "F05, 04002", "F18, 04050"})
    void whileTheRegisterDoesNotSayItTheNameIsTypedAndTheReceiptSaysSo(String fault, String code) {
        answering();
        var text = unheard();
        var confirmed = filedOwn("", text);
        silence(fault);
        sendOwn(WORKER, UUID.randomUUID().toString(), "", text)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/name")
                .jsonPath("$.errors[0].code")
                .isEqualTo("00301");
        var begun = System.nanoTime();
        var typed = filedOwn("Min Jae", text);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(4));
        var supplied = typed.at("/receipt/supplied/0");
        assertThat(supplied.path("value").asString()).isEqualTo("Min Jae");
        assertThat(supplied.path("unconfirmed").asString()).isIn(code, "04001");
        assertThat(supplied.has("asOf")).isFalse();
        assertThat(typed.at("/receipt/hash")).isNotEqualTo(confirmed.at("/receipt/hash"));
        heal();
        assertThat(own(WORKER).toString()).contains(supplied.toString());
    }

    /** A register that was silent a moment ago is not asked for a moment. */
    private void answering() {
        await().atMost(Duration.ofSeconds(10))
                .until(() -> told(http.get()
                                .uri("/api/v1/evidence/prefill?form=letters/own")
                                .header(TestLogins.HEADER, WORKER)
                                .exchange())
                        .at("/fields/0")
                        .has("value"));
    }

    private static void silence(String fault) {
        admin("POST", "/__admin/egov/faults", "{\"fault\":\"" + fault + "\",\"register\":\"IAMAS\"}");
    }

    @Test
    void whatIsSentTwiceIsOneLetterBeTheRegisterSilentByThenOrAnsweringAgain() {
        answering();
        var text = unheard();
        var key = UUID.randomUUID().toString();
        var first = told(sendOwn(WORKER, key, "", text).expectStatus().isAccepted());
        silence("F20");
        var again = sendOwn(WORKER, key, "", text).expectStatus().isAccepted();
        again.expectHeader().valueEquals("Idempotent-Replay", "true");
        assertThat(told(again).path("receipt")).isEqualTo(first.path("receipt"));
        var other = UUID.randomUUID().toString();
        var typed = told(sendOwn(WORKER, other, "Min Jae", text).expectStatus().isAccepted());
        heal();
        answering();
        var repeated = sendOwn(WORKER, other, "Min Jae", text).expectStatus().isAccepted();
        assertThat(told(repeated).path("receipt")).isEqualTo(typed.path("receipt"));
    }

    @Test
    void withoutALoginNothingIsSupplied() {
        assertThat(filed(unheard()).path("receipt").has("supplied")).isFalse();
    }

    @Test
    void theQuestionToTheRegisterStandsAmongWhoHasLooked() {
        answering();
        filedOwn("", unheard());
        await().atMost(Duration.ofSeconds(10))
                .until(() -> told(http.get()
                                .uri("/api/v1/own-data/accesses")
                                .header(TestLogins.HEADER, WORKER)
                                .exchange())
                        .path("accesses")
                        .findValues("what")
                        .stream()
                        .anyMatch(what -> what.path("code").asString().equals("EVIDENCE")));
    }

    @ParameterizedTest
    @CsvSource({
        "az, Yazmalı olmadıqlarınız, Təsdiqlənməyib, Özünüz yazın",
        "ru, Что вписывать не нужно, Не подтверждено, Впишите сами",
        "en, What you need not type, Not confirmed, Please type it"
    })
    void thePageShowsWhatTheRegisterSaysAndAsksWhatItDoesNot(
            String language, String known, String unconfirmed, String type) {
        answering();
        var form = ownPage(language);
        assertThat(form).contains(known, WORKERS_NAME, "İAMAS", "name=\"text\"").doesNotContain("name=\"name\"");
        var receipt = page(ownForm(language, form, ""));
        assertThat(receipt).contains("data-state=\"ACCEPTED\"", WORKERS_NAME).doesNotContain(unconfirmed);
        silence("F20");
        var asking = ownPage(language);
        assertThat(asking).contains("name=\"name\"", type).doesNotContain(known, WORKERS_NAME);
        var missing = page(ownForm(language, asking, ""));
        assertThat(missing).contains("id=\"name-mistake\"");
        var typed = page(ownForm(language, missing, "Min Jae"));
        assertThat(typed).contains("data-state=\"ACCEPTED\"", "Min Jae", unconfirmed);
    }

    private String ownPage(String language) {
        return page(http.get()
                .uri("/letters?lang=" + language)
                .accept(MediaType.TEXT_HTML)
                .header(TestLogins.HEADER, WORKER));
    }

    private WebTestClient.RequestHeadersSpec<?> ownForm(String language, String form, String name) {
        var typed = typed(first(form, "name=\"_key\" value=\"([^\"]{22})\""));
        typed.set("name", name);
        return post("/letters?lang=" + language, typed).header(TestLogins.HEADER, WORKER);
    }

    private JsonNode file() {
        var pdf = ("%PDF-1.7\n" + UUID.randomUUID()).getBytes(UTF_8);
        return told(http.post()
                .uri("/api/v1/files")
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .bodyValue(pdf)
                .exchange()
                .expectStatus()
                .isCreated());
    }

    private JsonNode filedWith(JsonNode file, String text) {
        var letter = letter(text);
        letter.put("files", List.of(file.path("id").asString()));
        return told(send(UUID.randomUUID().toString(), letter).expectStatus().isAccepted());
    }

    @Test
    void aFileGoesWithALetterAndTheRegisterTellsByItWhetherTwoAreTheSame() {
        var text = unheard();
        var file = file();
        var first = filedWith(file, text);
        assertThat(first.at("/files/0/hash")).isEqualTo(file.path("hash"));
        assertThat(first.at("/files/0/type").asString()).isEqualTo("PDF");
        delivered(first);
        assertThat(delivered(filedWith(file(), text)).at("/registration").has("duplicateOf"))
                .isFalse();
        var letter = letter(text);
        letter.put("files", List.of(file.path("id").asString()));
        send(UUID.randomUUID().toString(), letter)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/files");
    }

    @Test
    void theFormOfALetterTakesAFile() {
        var form = page(http.get().uri("/letters?lang=en").accept(MediaType.TEXT_HTML));
        assertThat(form).contains("enctype=\"multipart/form-data\"", "type=\"file\"");
        var body = new StringBuilder();
        typed(first(form, "name=\"_key\" value=\"([^\"]{22})\""))
                .toSingleValueMap()
                .forEach((name, value) -> body.append(
                        "--b\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(name, value)));
        body.append(
                "--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.pdf\"\r\n\r\n%PDF-1.7 x\r\n--b--\r\n");
        var receipt = page(http.post()
                .uri("/letters?lang=en")
                .accept(MediaType.TEXT_HTML)
                .contentType(MediaType.parseMediaType("multipart/form-data; boundary=b"))
                .bodyValue(body.toString().getBytes(UTF_8)));
        assertThat(receipt).contains("data-state=\"ACCEPTED\"", "<dt>Files</dt><dd>1</dd>");
    }

    private JsonNode own(String login) {
        return told(http.get()
                .uri("/api/v1/letters/own")
                .header(TestLogins.HEADER, login)
                .exchange()
                .expectStatus()
                .isOk());
    }

    @Test
    void theAnswerIsShownOnceItIsGiven() {
        var before = deliveries("Delivered");
        var letter = filed(unheard());
        await().atMost(Duration.ofSeconds(20)).until(() -> deliveries("Delivered") > before);
        admin("PUT", "/__admin/egov/clock", "{\"forward\":\"P40D\"}");
        var answered = delivered(letter);
        assertThat(answered.at("/registration/standing/code").asString()).isEqualTo("ANSWERED");
        assertThat(answered.at("/registration/answer").asString()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "az, Göndər, Qəbul edilib və etibarlı saxlanılıb, Bu andan sayılır",
        "ru, Отправить, Принято и надёжно сохранено, Считается поданным",
        "en, Send, Accepted and kept safely, Counts from"
    })
    void aLetterIsSentFromThePageOnceHoweverOftenTheButtonIsPressed(
            String language, String send, String state, String counts) {
        var form = page(http.get().uri("/letters?lang=" + language).accept(MediaType.TEXT_HTML));
        assertThat(form).contains("<textarea").doesNotContain(">" + send + "<");
        var typed = typed(first(form, "name=\"_key\" value=\"([^\"]{22})\""));
        assertThat(page(post("/letters?check&lang=" + language, typed)))
                .contains(">" + send + "<")
                .doesNotContain("data-state");
        var receipt = page(post("/letters?lang=" + language, typed));
        assertThat(receipt).contains(state, counts, "data-state=\"ACCEPTED\"");
        var again = page(post("/letters?lang=en", typed));
        assertThat(first(again, NUMBER)).isEqualTo(first(receipt, NUMBER));
        assertThat(receipt).contains("href=\"/letters/track\"");
        typed.set("number", first(receipt, NUMBER));
        assertThat(page(http.get().uri("/letters/track").accept(MediaType.TEXT_HTML)))
                .contains("name=\"number\"");
        assertThat(first(page(post("/letters/track?lang=" + language, typed)), NUMBER))
                .isEqualTo(first(receipt, NUMBER));
        typed.set("text", unheard());
        var other = page(post("/letters?lang=en", typed));
        assertThat(other).contains("Something else was filed with this key");
        typed.set("_key", first(other, "name=\"_key\" value=\"([^\"]{22})\""));
        assertThat(first(page(post("/letters?lang=en", typed)), NUMBER)).isNotEqualTo(first(receipt, NUMBER));
    }

    private static LinkedMultiValueMap<String, String> typed(String key) {
        var typed = new LinkedMultiValueMap<String, String>();
        typed.setAll(Map.of(
                "_key", key,
                "name", "Kemal Yıldız",
                "document.type", "PASSPORT",
                "document.number", "U31207845",
                "birthDate.day", "14",
                "birthDate.month", "5",
                "birthDate.year", "1985",
                "citizenship", "TUR",
                "topic", "OTHER",
                "answerIn", "EN"));
        typed.set("text", "Two lines\r\n" + unheard());
        return typed;
    }

    @Test
    void whoIsLoggedInSeesTheirLettersOnAPageOfTheirOwn() {
        assertThat(page(http.get()
                        .uri("/letters/own?lang=en")
                        .accept(MediaType.TEXT_HTML)
                        .header(TestLogins.HEADER, TestLogins.STRANGER)))
                .contains("You have written no letter from here.");
        var number = number(told(http.post()
                .uri("/api/v1/letters")
                .header(TestLogins.HEADER, "clean-record")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .bodyValue(letter(unheard()))
                .exchange()
                .expectStatus()
                .isAccepted()));
        assertThat(page(http.get()
                        .uri("/letters/own?lang=en")
                        .accept(MediaType.TEXT_HTML)
                        .header(TestLogins.HEADER, "clean-record")))
                .contains(number, "Counts from");
    }

    @Test
    void anOperatorSeesHowMuchIsWhereAndNothingOfAnybody(@LocalManagementPort int port) {
        delivered(filed(unheard()));
        var management =
                WebTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();
        var report = JSON.readTree(management
                .get()
                .uri("/actuator/filings")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody());
        assertThat(report.propertyNames())
                .containsExactlyInAnyOrder(
                        "accepted", "inDoubt", "needsAttention", "delivered", "refused", "oldestSeconds");
        assertThat(report.path("delivered").asInt()).isPositive();
        management
                .post()
                .uri("/actuator/filings")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("number", "QP-7K2M-9QXR-4T09"))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.resumed")
                .isEqualTo(false);
    }

    @Test
    void aPortalHearsWhatBecameOfItsLetterAndThePersonThatItWasAskedAbout() {
        var portal = TestLogins.PORTAL + "letters,events," + UUID.randomUUID();
        var persona = Persona.all().getFirst();
        var letter = letter(unheard());
        letter.put(
                "document",
                Map.of(
                        "type",
                        persona.document().type().name(),
                        "number",
                        persona.document().number().reveal()));
        letter.put("birthDate", persona.birthDate().reveal());
        letter.put("citizenship", persona.citizenship().reveal());
        var filed = told(http.post()
                .uri("/api/v1/letters")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header(TestLogins.HEADER, portal)
                .bodyValue(letter)
                .exchange()
                .expectStatus()
                .isAccepted());
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(happened(portal))
                        .singleElement()
                        .satisfies(event -> {
                            assertThat(event.path("type").asString()).isEqualTo("filing.delivered");
                            assertThat(event.path("number").asString()).isEqualTo(number(filed));
                            assertThat(event.path("eservice").asString()).isEqualTo("letters");
                        }));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(happened(persona.name()))
                        .anySatisfy(event ->
                                assertThat(event.path("type").asString()).isEqualTo("access.recorded")));
        assertThat(happened(TestLogins.STRANGER)).isEmpty();
        assertThat(happened(TestLogins.PORTAL + "letters,events")).isEmpty();
    }

    @Test
    void whoIsLoggedInHearsOnceOfEachThingThatComesOfTheirLetter() {
        var number = number(told(http.post()
                .uri("/api/v1/letters")
                .header(TestLogins.HEADER, "clean-record")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .bodyValue(letter(unheard()))
                .exchange()
                .expectStatus()
                .isAccepted()));
        hears(number, "filing.delivered");
        admin("PUT", "/__admin/egov/clock", "{\"forward\":\"P40D\"}");
        hears(number, "filing.delivered", "answer.arrived");
        assertThat(page(http.get()
                        .uri("/events/own?lang=ru")
                        .accept(MediaType.TEXT_HTML)
                        .header(TestLogins.HEADER, "clean-record")))
                .contains(number, "data-type=\"answer.arrived\"", "На ваше обращение пришёл ответ.");
    }

    private void hears(String number, String... types) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(happened("clean-record", number)).containsExactly(types));
    }

    @Test
    void theKeyOfReceiptsIsThereForEverybody() {
        http.get()
                .uri("/.well-known/jwks.json")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.keys[0].crv")
                .isEqualTo("Ed25519")
                .jsonPath("$.keys[0].d")
                .doesNotExist();
    }
}
