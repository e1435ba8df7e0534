package dev.qapi.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.qapi.gateway.support.TestLogins;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import tools.jackson.databind.JsonNode;

/** Extensions of a stay over HTTP, before the simulated VMMS and payment portal. */
class StayExtensionsTests extends FilingContext {
    /** Not registered anywhere: nothing says when the stay ends. */
    private static final Map<String, Object> WHO = Map.of(
            "document", Map.of("type", "PASSPORT", "number", "U44019562"),
            "birthDate", "1982-09-25",
            "citizenship", "TUR");

    private static final Map<String, Object> ANOTHER = Map.of(
            "document", Map.of("type", "PASSPORT", "number", "N12660831"),
            "birthDate", "1994-02-06",
            "citizenship", "KAZ");
    /** Registered until a day that has passed since. */
    private static final Map<String, Object> LATE = Map.of(
            "document", Map.of("type", "PASSPORT", "number", "U20145678"),
            "birthDate", "1988-02-29",
            "citizenship", "TUR");

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 1, 2, 3};

    @LocalManagementPort
    int management;

    @BeforeEach
    void asIfNothingHadBeenDone() {
        admin("POST", "/__admin/egov/reset", "");
    }

    private static Map<String, Object> wish(Map<String, Object> who, int days) {
        var wish = new TreeMap<>(who);
        wish.putAll(Map.of("days", days, "speed", "THREE_DAYS", "ground", "FAMILY"));
        return wish;
    }

    private WebTestClient.ResponseSpec post(String path, Map<String, Object> body) {
        return http.post()
                .uri("/api/v1/stay-extensions" + path)
                .header("Accept-Language", "en")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .bodyValue(body)
                .exchange();
    }

    private JsonNode filed(Map<String, Object> wish) {
        return told(post("", wish).expectStatus().isAccepted());
    }

    private static Map<String, Object> tracking(Map<String, Object> who, JsonNode filed) {
        var inquiry = new TreeMap<>(who);
        inquiry.put("number", filed.at("/receipt/number").asString());
        return inquiry;
    }

    private JsonNode tracked(Map<String, Object> who, JsonNode filed) {
        return told(post("/track", tracking(who, filed)).expectStatus().isOk());
    }

    /** Until VMMS has it; what it says of it is not asked, since that is kept for a minute. */
    private JsonNode delivered(Map<String, Object> wish) {
        var filed = filed(wish);
        var operator = WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + management)
                .build();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> operator.get()
                        .uri("/actuator/filings")
                        .exchange()
                        .expectBody()
                        .jsonPath("$.accepted")
                        .isEqualTo(0));
        return filed;
    }

    @Test
    void onceItIsPaidTheDecisionIsIssuedAsAPaperThatThePublicPageKnows() throws Exception {
        var filed = delivered(wish(WHO, 30));
        assertThat(filed.at("/fee/code").asString()).isEqualTo("EXPECTED");
        admin("PUT", "/__admin/egov/clock", "{\"forward\":\"P14D\"}");
        pay();
        admin("PUT", "/__admin/egov/clock", "{\"forward\":\"P7D\"}");
        var issued = tracked(WHO, filed);
        assertThat(issued.at("/application/status/code").asString()).isEqualTo("ISSUED");
        assertThat(issued.at("/fee/code").asString()).isEqualTo("PAID");
        assertThat(issued.at("/decision/number").asString()).matches("MOM[0-9]{7}");
        var paper = post("/decision", tracking(WHO, filed))
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PDF)
                .expectHeader()
                .valueEquals("Cache-Control", "no-store")
                .expectBody()
                .returnResult()
                .getResponseBody();
        try (var document = Loader.loadPDF(paper)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains(issued.at("/decision/number").asString(), "U44019562");
        }
        var form = new LinkedMultiValueMap<String, String>();
        form.setAll(Map.of(
                "number", filed.at("/receipt/number").asString(),
                "document.type", "PASSPORT",
                "document.number", "U44019562",
                "birthDate.day", "25",
                "birthDate.month", "9",
                "birthDate.year", "1982",
                "citizenship", "TUR"));
        post("/stay-extensions/decision?lang=ru", form)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PDF);
        assertThat(page(post("/stay-extensions/track?lang=en", form))).contains("action=\"/stay-extensions/decision\"");
    }

    @Test
    void whoIsLoggedInHearsThatItIsDecidedAndCanHaveThePaper() {
        var filed = told(http.post()
                .uri("/api/v1/stay-extensions")
                .header(TestLogins.HEADER, "clean-record")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .bodyValue(wish(WHO, 30))
                .exchange()
                .expectStatus()
                .isAccepted());
        hears(filed, "filing.delivered");
        admin("PUT", "/__admin/egov/clock", "{\"forward\":\"P14D\"}");
        hears(filed, "filing.delivered", "status.changed");
        pay();
        admin("PUT", "/__admin/egov/clock", "{\"forward\":\"P7D\"}");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(happened(filed))
                        .startsWith("filing.delivered", "status.changed")
                        .endsWith("decision.issued"));
        post("/decision", tracking(WHO, filed)).expectStatus().isOk().expectBody();
    }

    private List<String> happened(JsonNode filed) {
        return happened("clean-record", filed.at("/receipt/number").asString());
    }

    private void hears(JsonNode filed, String... types) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(happened(filed)).containsExactly(types));
    }

    /** At the payment portal, by whatever number it has for the person's fee. */
    private void pay() {
        var charges = told(http.post()
                .uri("/api/v1/payments/search")
                .bodyValue(WHO)
                .exchange()
                .expectStatus()
                .isOk());
        var fee = charges.path("charges").valueStream().findFirst().orElseThrow();
        var payment = "{\"clientReference\":\"%s\",\"paymentNumber\":\"%s\",\"amount\":\"%s\"}"
                .formatted(
                        UUID.randomUUID(),
                        fee.path("paymentNumber").asString(),
                        fee.path("amount").asString());
        admin("POST", "/gpp/v1/payments", payment);
    }

    @Test
    void whileTheFeeIsDueItIsToldWithItsNumberAndThereIsNoDecisionYet() {
        var filed = delivered(wish(ANOTHER, 45));
        admin("PUT", "/__admin/egov/clock", "{\"forward\":\"P14D\"}");
        var due = tracked(ANOTHER, filed);
        assertThat(due.at("/fee/code").asString()).isEqualTo("DUE");
        assertThat(due.at("/fee/amount").asString()).isEqualTo("60.00");
        assertThat(due.at("/fee/paymentNumber").asString()).isNotBlank();
        assertThat(due.at("/application/holder/code").asString()).isEqualTo("APPLICANT");
        assertThat(due.has("decision")).isFalse();
        post("/decision", tracking(ANOTHER, filed))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("00020");
    }

    @Test
    void whoAsksTooLateIsToldSoAndARegisterThatIsSilentStopsNobody() {
        post("", wish(LATE, 30))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/days")
                .jsonPath("$.errors[0].code")
                .isEqualTo("00329");
        admin("POST", "/__admin/egov/faults", "{\"fault\":\"F20\",\"register\":\"VMMS\"}");
        var answer = JSON.readTree(post("", wish(LATE, 30))
                .expectStatus()
                .isAccepted()
                .expectBody()
                .returnResult()
                .getResponseBody());
        assertThat(answer.at("/data/inTime/code").asString()).isEqualTo("NOT_CHECKED");
        assertThat(answer.at("/missing/0/code").asString()).startsWith("07");
        assertThat(answer.at("/data/state/code").asString()).isEqualTo("ACCEPTED");
    }

    @Test
    void moreThanSixtyDaysAndUnknownGroundsAreRefusedByField() {
        post("", wish(WHO, 61))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].code")
                .isEqualTo("00333");
    }

    private JsonNode sent() {
        return told(http.post()
                .uri("/api/v1/files")
                .contentType(MediaType.TEXT_PLAIN)
                .bodyValue(PNG)
                .exchange()
                .expectStatus()
                .isCreated());
    }

    @Test
    void aFileGoesWithOneFilingWhoseReceiptCoversIt() {
        var file = sent();
        assertThat(file.path("type").asString()).isEqualTo("PNG");
        var wish = wish(WHO, 30);
        var without = filed(wish);
        wish.put("files", List.of(file.path("id").asString()));
        var with = delivered(wish);
        assertThat(with.at("/files/0/hash")).isEqualTo(file.path("hash"));
        assertThat(with.at("/receipt/hash")).isNotEqualTo(without.at("/receipt/hash"));
        for (var id : List.of(file.path("id").asString(), "AAAAAAAAAAAAAAAAAAAAAA")) {
            wish.put("files", List.of(id));
            post("", wish)
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.errors[0].pointer")
                    .isEqualTo("/files")
                    .jsonPath("$.errors[0].code")
                    .isEqualTo("00330");
        }
    }

    @ParameterizedTest
    @CsvSource({"'', 00332", "GIF89a, 00331"})
    void whatIsNoFileThatIsTakenIsRefused(String content, String code) {
        http.post()
                .uri("/api/v1/files")
                .contentType(MediaType.APPLICATION_PDF)
                .bodyValue(content)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].code")
                .isEqualTo(code);
    }

    @Test
    void whoIsLoggedInTypesOnlyWhatTheyWishAndSeesItOnTheirList() {
        var answer = http.post()
                .uri("/api/v1/stay-extensions/own")
                .header(TestLogins.HEADER, "not-registered-late")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .bodyValue(Map.of("days", 30, "speed", "ONE_DAY", "ground", "STUDY"))
                .exchange()
                .expectStatus()
                .isAccepted();
        var number = told(answer).at("/receipt/number").asString();
        assertThat(own("not-registered-late").toString()).contains(number);
        assertThat(own("several-applications").toString()).doesNotContain(number);
    }

    private JsonNode own(String login) {
        return told(http.get()
                .uri("/api/v1/stay-extensions/own")
                .header(TestLogins.HEADER, login)
                .exchange()
                .expectStatus()
                .isOk());
    }

    @ParameterizedTest
    @CsvSource({"az, Tanınmır", "ru, Неизвестен", "en, Unknown"})
    void anyCodeCanBeCheckedOnAPublicPage(String language, String unknown) {
        assertThat(page(http.get().uri("/verify?lang=" + language).accept(MediaType.TEXT_HTML)))
                .contains("/assets/verify.js", "name=\"code\"");
        var form = new LinkedMultiValueMap<String, String>();
        form.set("code", "https://qapi.example/verify#eyJ.x.y");
        assertThat(page(post("/verify?lang=" + language, form))).contains(unknown, "data-state=\"UNKNOWN\"");
    }

    /** As a browser without scripts sends the form. */
    private String submit(Map<String, String> fields, byte[] file, String login) {
        var body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> body.writeBytes(
                ("--b\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(name, value))
                        .getBytes(UTF_8)));
        body.writeBytes(("--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"%s\"\r\n"
                        + "Content-Type: image/png\r\n\r\n")
                .formatted(file.length == 0 ? "" : "pass.png")
                .getBytes(UTF_8));
        body.writeBytes(file);
        body.writeBytes("\r\n--b--\r\n".getBytes(UTF_8));
        return page(http.post()
                .uri("/stay-extensions?lang=en")
                .accept(MediaType.TEXT_HTML)
                .contentType(MediaType.parseMediaType("multipart/form-data; boundary=b"))
                .header(TestLogins.HEADER, login)
                .bodyValue(body.toByteArray()));
    }

    @Test
    void theFormTakesFilesWithoutAScriptAndLosesNothingThatWasTyped() {
        var form = page(http.get().uri("/stay-extensions?lang=en").accept(MediaType.TEXT_HTML));
        assertThat(form).contains("enctype=\"multipart/form-data\"", "type=\"file\"");
        var fields = new TreeMap<>(Map.of(
                "_key", first(form, "name=\"_key\" value=\"([^\"]{22})\""),
                "document.type", "PASSPORT",
                "document.number", "U44019562",
                "birthDate.day", "25",
                "birthDate.month", "9",
                "birthDate.year", "1982",
                "citizenship", "TUR",
                "days", "61"));
        fields.putAll(Map.of("speed", "ONE_DAY", "ground", "STUDY"));
        assertThat(submit(fields, "GIF89a".getBytes(UTF_8), "nobody"))
                .contains("id=\"files-mistake\"", "Send a PDF, JPEG or PNG", "value=\"U44019562\"", "value=\"61\"");
        var tooLong = submit(fields, PNG, "nobody");
        assertThat(tooLong).contains("id=\"days-mistake\"", "Files attached already: 1.");
        fields.put("files", first(tooLong, "name=\"files\" value=\"([^\"]{22})\""));
        fields.put("days", "60");
        var receipt = submit(fields, new byte[0], "nobody");
        assertThat(receipt).contains("data-state=\"ACCEPTED\"", "<dd>1</dd>");
        var twice = submit(fields, new byte[0], "nobody");
        assertThat(first(twice, "id=\"number\"[^>]*>(QP-[^<]+)<"))
                .isEqualTo(first(receipt, "id=\"number\"[^>]*>(QP-[^<]+)<"));
    }

    @Test
    void aSecondClickThatSendsItsFilesAgainIsTheSameFiling() {
        var key = UUID.randomUUID().toString();
        var receipts = List.of(sent(), sent()).stream()
                .map(file -> {
                    var wish = wish(WHO, 30);
                    wish.put("files", List.of(file.path("id").asString()));
                    return told(http.post()
                            .uri("/api/v1/stay-extensions")
                            .header("Idempotency-Key", key)
                            .bodyValue(wish)
                            .exchange()
                            .expectStatus()
                            .isAccepted());
                })
                .map(told -> told.path("receipt"))
                .toList();
        assertThat(receipts.getLast()).isEqualTo(receipts.getFirst());
    }

    @Test
    void thePageAsksWhoIsLoggedInForNothingThatTheLoginHasTold() {
        var mine = page(http.get()
                .uri("/stay-extensions?lang=en")
                .accept(MediaType.TEXT_HTML)
                .header(TestLogins.HEADER, "not-registered-late"));
        assertThat(mine).contains("name=\"days\"", "?other").doesNotContain("document.number", "citizenship");
        var fields = Map.of(
                "_key",
                first(mine, "name=\"_key\" value=\"([^\"]{22})\""),
                "days",
                "20",
                "speed",
                "ONE_DAY",
                "ground",
                "FAMILY");
        assertThat(submit(fields, PNG, "not-registered-late")).contains("data-state=\"ACCEPTED\"");
        assertThat(page(http.get()
                        .uri("/stay-extensions?other&lang=en")
                        .accept(MediaType.TEXT_HTML)
                        .header(TestLogins.HEADER, "not-registered-late")))
                .contains("document.number", "action=\"/stay-extensions?other&amp;check\"");
    }
}
