package dev.qapi.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.qapi.gateway.support.TestLogins;
import dev.qapi.mock.MockEgov;
import dev.qapi.mock.Settings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.reactive.function.BodyInserters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Forecasts of demand for foreign labour over HTTP, before the simulated case system. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "qapi.sandbox=true",
            "management.server.port=0",
            "qapi.resilience.rest=100ms",
            "qapi.filing.poll=200ms",
            "qapi.filing.longest=1s",
            "qapi.data=target/labour-forecasts"
        })
@AutoConfigureWebTestClient(timeout = "20s")
@Import(TestLogins.class)
@DirtiesContext
class LabourForecastsTests {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final MockEgov GOVERNMENT = MockEgov.start(Settings.quick(CLOCK));
    private static final JsonMapper JSON = new JsonMapper();
    private static final AtomicInteger COMPANIES = new AtomicInteger((int) (System.nanoTime() % 90_000_000));
    private static final int YEAR =
            CLOCK.instant().atZone(java.time.ZoneId.of("Asia/Baku")).getYear() + 1;
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");
    private static final String HEAD = "activity;occupation;number;from;until;reason\r\n";

    /** A company that has filed nothing yet. */
    private String company = "";

    @Autowired
    WebTestClient http;

    @DynamicPropertySource
    static void government(DynamicPropertyRegistry properties) {
        GOVERNMENT.gatewayProperties().forEach((name, value) -> properties.add(name, () -> value));
    }

    @AfterAll
    static void stop() {
        GOVERNMENT.close();
    }

    @BeforeEach
    void found() {
        company = TestLogins.EMPLOYER + ":" + "%09d1".formatted(500_000_000 + COMPANIES.incrementAndGet());
    }

    @AfterEach
    void heal() {
        admin("DELETE", "");
    }

    private static void admin(String method, String body) {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(GOVERNMENT.baseUrl() + "/__admin/egov/faults"))
                    .method(method, HttpRequest.BodyPublishers.ofString(body))
                    .build();
            assertThat(client.send(request, BodyHandlers.ofString()).statusCode())
                    .isLessThan(300);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> row(int number) {
        return Map.of(
                "activity",
                "C",
                "occupation",
                "7522",
                "number",
                number,
                "from",
                YEAR + "-01-01",
                "until",
                YEAR + "-12-31",
                "reason",
                "Yeni istehsal xətti");
    }

    private static Map<String, Object> rows(int... numbers) {
        return Map.of(
                "rows",
                IntStream.of(numbers).mapToObj(LabourForecastsTests::row).toList());
    }

    private static String line(String number, String reason) {
        return "C;7522;%s;%d-01-01;%d-12-31;%s\r\n".formatted(number, YEAR, YEAR, reason);
    }

    private ResponseSpec put(@Nullable String seen, Object body, MediaType type, String language) {
        return http.put()
                .uri("/api/v1/labour-forecasts/" + YEAR)
                .header(TestLogins.HEADER, company)
                .header("Accept-Language", language)
                .header(seen == null ? "If-None-Match" : "If-Match", seen == null ? "*" : seen)
                .contentType(type)
                .bodyValue(body)
                .exchange();
    }

    private ResponseSpec put(@Nullable String seen, Object body) {
        return put(seen, body, MediaType.APPLICATION_JSON, "en");
    }

    private ResponseSpec csv(@Nullable String seen, String body) {
        return put(seen, body, CSV, "en");
    }

    private static String tag(ResponseSpec answer) {
        return Objects.requireNonNull(answer.expectStatus()
                .isAccepted()
                .returnResult(byte[].class)
                .getResponseHeaders()
                .getETag());
    }

    private ResponseSpec get(String what) {
        return http.get()
                .uri("/api/v1/labour-forecasts/" + what)
                .header(TestLogins.HEADER, company)
                .exchange();
    }

    private JsonNode forecast() {
        return body(get("" + YEAR).expectStatus().isOk()).path("data");
    }

    private static JsonNode body(ResponseSpec answer) {
        return JSON.readTree(answer.expectBody().returnResult().getResponseBody());
    }

    private static List<String> errors(JsonNode problem) {
        return problem.path("errors")
                .valueStream()
                .map(error -> error.path("pointer").asString()
                        + ' '
                        + error.path("code").asString())
                .toList();
    }

    @Test
    void aVersionFollowsTheOneThatWasSeenAndTheRegisterHasBoth() {
        assertThat(forecast().path("versions")).isEmpty();
        var first = tag(put(null, rows(8)));
        var second = tag(put(first, rows(8, 3)));
        assertThat(second).isNotEqualTo(first).startsWith("\"2-");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> forecast()
                        .path("versions")
                        .valueStream()
                        .allMatch(it -> it.at("/state/code").asString().equals("DELIVERED")));
        var told = get("" + YEAR).expectHeader().valueEquals("ETag", second);
        var versions = body(told).at("/data/versions");
        assertThat(versions).hasSize(2);
        assertThat(versions.at("/0/places").asInt()).isEqualTo(11);
        assertThat(versions.at("/0/registration").asString())
                .startsWith("PT-" + YEAR)
                .isEqualTo(versions.at("/1/registration").asString());
    }

    @Test
    void itIsAcceptedAndToldWhileTheRegisterIsDown() {
        admin("POST", "{\"fault\":\"F20\",\"register\":\"VMMS\"}");
        put(null, rows(5)).expectStatus().isAccepted().expectBody();
        assertThat(forecast().at("/versions/0/state/code").asString()).isEqualTo("ACCEPTED");
        heal();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> forecast().at("/versions/0/state/code").asString().equals("DELIVERED"));
    }

    @Test
    void ofManyWhoHaveSeenTheSameOneIsAcceptedAndNothingIsLost() {
        var first = tag(put(null, rows(1)));
        var all = IntStream.range(0, 8)
                .mapToObj(at -> CompletableFuture.supplyAsync(() -> put(first, rows(100 + at))
                        .returnResult(byte[].class)
                        .getStatus()
                        .value()))
                .toList();
        var statuses = all.stream().map(CompletableFuture::join).sorted().toList();
        assertThat(statuses).containsExactly(202, 412, 412, 412, 412, 412, 412, 412);
        assertThat(forecast().path("versions")).hasSize(2);
    }

    @Test
    void theSameSentAgainGetsTheFirstReceipt() {
        var first = body(put(null, rows(4)).expectStatus().isAccepted());
        var again =
                put(null, rows(4)).expectStatus().isAccepted().expectHeader().valueEquals("Idempotent-Replay", "true");
        assertThat(body(again).at("/data/versions/0/receipt")).isEqualTo(first.at("/data/versions/0/receipt"));
    }

    @ParameterizedTest
    @CsvSource({"az, Bu arada dəyişdirilib", "ru, За это время изменено", "en, It has been changed meanwhile"})
    void whoeverHasNotSeenTheNewestIsToldSo(String language, String title) {
        var first = tag(put(null, rows(1)));
        put(first, rows(2)).expectStatus().isAccepted().expectBody();
        for (var seen : new String[] {first, "\"7-0123456789abcdef\"", null}) {
            var refused = body(put(seen, rows(3), MediaType.APPLICATION_JSON, language)
                    .expectStatus()
                    .isEqualTo(412));
            assertThat(refused.path("code").asString()).isEqualTo("00021");
            assertThat(refused.path("title").asString()).isEqualTo(title);
        }
        assertThat(forecast().at("/rows/0/number").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "W/\"1-0123456789abcdef\"", "\"a\", \"b\"", "1"})
    void withoutOneStrongTagNothingIsTaken(String seen) {
        var refused = body(put(seen, rows(1)).expectStatus().isEqualTo(428));
        assertThat(refused.path("code").asString()).isEqualTo("00022");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF"})
    void aSpreadsheetIsFiledAndComesBackAsItWas(String mark) {
        var first = tag(csv(null, mark + HEAD + line("8", "\"Sex; \"\"A\"\"\"") + ";;;;;\r\n" + line("3", "Ремонт")));
        var told = forecast();
        assertThat(told.at("/rows/0/reason").asString()).isEqualTo("Sex; \"A\"");
        assertThat(told.at("/rows/1/number").asInt()).isEqualTo(3);
        var sheet = get(YEAR + ".csv").expectStatus().isOk().expectHeader().valueEquals("Cache-Control", "no-store");
        var text = new String(
                Objects.requireNonNull(sheet.expectBody().returnResult().getResponseBody()),
                java.nio.charset.StandardCharsets.UTF_8);
        tag(csv(first, text));
        assertThat(forecast().path("rows")).isEqualTo(told.path("rows"));
    }

    @Test
    void everyMistakeIsNamedByRowAndColumnAtOnce() {
        var wrong = HEAD
                + line("8", "Yaxşı")
                + line("0", "=HYPERLINK(\"\"x\"\")")
                + line("çox", "")
                + "Z;75;1;%d-06-01;%d-05-31;a\r\n".formatted(YEAR, YEAR);
        var refused = body(csv(null, wrong).expectStatus().isBadRequest());
        assertThat(errors(refused))
                .containsExactly(
                        "/rows/2/number 00303",
                        "/rows/2/reason 00301",
                        "/rows/3/activity 00303",
                        "/rows/3/occupation 00303");
        var worse = HEAD + line("0", "=1+1") + "C;7522;1;%d-06-01;%d-05-31;@a\r\n".formatted(YEAR, YEAR);
        assertThat(errors(body(csv(null, worse).expectStatus().isBadRequest())))
                .containsExactly(
                        "/rows/0/number 00336", "/rows/0/reason 00335", "/rows/1/until 00324", "/rows/1/reason 00335");
    }

    @Test
    void thereIsARowAndNotMoreThanAThousandAndNoYearThatHasBegun() {
        assertThat(errors(
                        body(put(null, Map.of("rows", List.of())).expectStatus().isBadRequest())))
                .containsExactly("/rows 00334");
        assertThat(errors(body(csv(null, HEAD + line("1", "a").repeat(1001))
                        .expectStatus()
                        .isBadRequest())))
                .containsExactly("/rows 00334");
        csv(null, HEAD + line("1", "a").repeat(1000))
                .expectStatus()
                .isAccepted()
                .expectBody();
        csv(null, HEAD + line("1", "a".repeat(150)).repeat(999))
                .expectStatus()
                .isEqualTo(413)
                .expectBody();
        var past = http.put()
                .uri("/api/v1/labour-forecasts/" + (YEAR - 1))
                .header(TestLogins.HEADER, company)
                .header("If-None-Match", "*")
                .bodyValue(rows(1))
                .exchange();
        assertThat(errors(body(past.expectStatus().isBadRequest()))).contains("/year 00324");
    }

    @Test
    void anotherCompanySeesNothingOfIt() {
        put(null, rows(6)).expectStatus().isAccepted().expectBody();
        assertThat(body(get("own")).at("/data/years").findValues("places")).hasSize(1);
        found();
        assertThat(forecast().path("versions")).isEmpty();
        assertThat(body(get("own")).at("/data/years").findValues("places")).isEmpty();
    }

    private String page(String language) {
        return String.valueOf(http.get()
                .uri("/labour-forecasts/" + YEAR + "?lang=" + language)
                .accept(MediaType.TEXT_HTML)
                .header(TestLogins.HEADER, company)
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private WebTestClient.ResponseSpec send(String seen, String number, String more) {
        var typed = new LinkedMultiValueMap<String, String>();
        typed.setAll(Map.of(
                "_seen", seen,
                "rows.2.activity", "C",
                "rows.2.occupation", "7522",
                "rows.2.number", number,
                "rows.2.reason", "Ремонт & söküntü",
                "rows.2.from.day", "1",
                "rows.2.from.month", "2",
                "rows.2.from.year", "" + YEAR,
                "rows.0.reason", " "));
        typed.setAll(Map.of("rows.2.until.day", "31", "rows.2.until.month", "10", "rows.2.until.year", "" + YEAR));
        return http.post()
                .uri("/labour-forecasts/" + YEAR + "?lang=en" + more)
                .accept(MediaType.TEXT_HTML)
                .header(TestLogins.HEADER, company)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(BodyInserters.fromFormData(typed))
                .exchange();
    }

    private static String text(ResponseSpec answer) {
        return String.valueOf(answer.expectBody(String.class).returnResult().getResponseBody());
    }

    private static String seen(String page) {
        var found = Pattern.compile("name=\"_seen\" value=\"([^\"]*)\"").matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1).replace("&quot;", "\"");
    }

    @ParameterizedTest
    @CsvSource({"az, Göndər, Variant 1", "ru, Отправить, Версия 1", "en, Send, Version 1"})
    void aForecastIsFiledFromThePageWithoutAnyScript(String language, String send, String version) {
        assertThat(page(language)).contains(">" + send + "<", "name=\"rows.2.until.year\"");
        send("", "7", "").expectStatus().is3xxRedirection().expectBody();
        assertThat(forecast().at("/rows/0/until").asString()).isEqualTo(YEAR + "-10-31");
        assertThat(page(language))
                .contains(version, "data-state=", "Ремонт &amp; söküntü", "name=\"rows.0.from.month\"");
    }

    @Test
    void whatIsWrongIsShownAtItsRowAndWhatWasTypedIsThereStill() {
        var wrong = text(send("", "0", "").expectStatus().isBadRequest());
        assertThat(wrong).contains("href=\"#rows-0-number\"", "Ремонт &amp; söküntü", "1. How many people");
        assertThat(forecast().path("versions")).isEmpty();
        var roomier = text(send("", "5", "&edit").expectStatus().isOk());
        assertThat(roomier).contains("name=\"rows.3.reason\"", "Ремонт &amp; söküntü");
        assertThat(forecast().path("versions")).isEmpty();
    }

    @Test
    void whoeverIsOvertakenOnThePageLosesNothingAndSeesBoth() {
        var seen = tag(put(null, rows(1)));
        put(seen, rows(22)).expectStatus().isAccepted().expectBody();
        var overtaken = text(send(seen, "9", "").expectStatus().isEqualTo(412));
        assertThat(overtaken)
                .contains("It has been changed meanwhile", "Ремонт &amp; söküntü", "C 7522 × 22")
                .contains("data-version=\"2\"");
        assertThat(forecast().path("versions")).hasSize(2);
        send(seen(overtaken), "9", "").expectStatus().is3xxRedirection().expectBody();
        assertThat(forecast().at("/rows/0/number").asInt()).isEqualTo(9);
    }

    @Test
    void aStrangerIsSentToTheLoginAndTheCompanyFindsItsYears() {
        company = "nobody";
        var away = http.get()
                .uri("/labour-forecasts/" + YEAR)
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .is3xxRedirection()
                .returnResult(Void.class);
        assertThat(String.valueOf(away.getResponseHeaders().getLocation()))
                .isEqualTo("/login?return=/labour-forecasts/" + YEAR);
        found();
        var own = String.valueOf(http.get()
                .uri("/labour-forecasts/own?lang=en")
                .accept(MediaType.TEXT_HTML)
                .header(TestLogins.HEADER, company)
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
        assertThat(own).contains("href=\"/labour-forecasts/" + YEAR + "\"", "No forecast has been filed");
    }
}
