package dev.qapi.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qapi.contract.Node;
import dev.qapi.contract.Persona;
import dev.qapi.eservice.Sheet;
import dev.qapi.eservice.Statistics;
import dev.qapi.gateway.support.TestLogins;
import dev.qapi.mock.MockEgov;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The country's quota is for everybody, an employer's for that employer alone. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"qapi.sandbox=true", "management.server.port=0"})
@AutoConfigureWebTestClient(timeout = "20s")
@Import(TestLogins.class)
@DirtiesContext
class QuotaTests {

    private static final MockEgov GOVERNMENT = MockEgov.start(0);
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    WebTestClient http;

    @Autowired
    Statistics statistics;

    @DynamicPropertySource
    static void government(DynamicPropertyRegistry properties) {
        GOVERNMENT.gatewayProperties().forEach((name, value) -> properties.add(name, () -> value));
    }

    @AfterAll
    static void stop() {
        GOVERNMENT.close();
    }

    @Test
    void theCountrysSumsAreThoseOfItsParts() {
        var data = ask("/summary?year=2026", null, null, 200).get("data");
        var total = data.get("total");
        assertThat(data.get("year").asInt()).isEqualTo(2026);
        assertThat(sum(data, "used")).isEqualTo(total.get("used").asInt()).isPositive();
        assertThat(sum(data, "approved")).isEqualTo(total.get("approved").asInt());
        assertThat(data.at("/activities/0/activity/text").asString()).hasSizeGreaterThan(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1999", "2100", "99999", "two", "", "2026&year=2025"})
    void aYearThatIsNoneIsNamed(String year) {
        var refused = ask("/summary?year=" + year, null, null, 400);
        assertThat(refused.at("/errors/0/pointer").asString()).isEqualTo("/year");
    }

    @Test
    void aYearWithoutAQuotaIsNotFound() {
        assertThat(ask("/summary?year=2001", null, null, 404).get("code").asString())
                .isEqualTo("07003");
    }

    static Stream<Node> employersWithAQuota() {
        return Persona.employers().values().stream().filter(it -> !quotaOf(it).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("employersWithAQuota")
    void anEmployerIsToldTheirOwn(Node employer) {
        var data = ask("/report?year=2026", employer.get("taxNumber").text(), null, 200)
                .get("data");
        assertThat(data.get("name").asString()).isEqualTo(employer.get("name").text());
        assertThat(data.at("/status/code").asString())
                .isEqualTo(employer.get("status").text());
        assertThat(data.at("/total/approved").asInt()).isEqualTo(sum(employer, "approved"));
        assertThat(data.at("/total/used").asInt()).isEqualTo(sum(employer, "used"));
        assertThat(data.at("/total/pending").asInt()).isEqualTo(sum(employer, "pending"));
    }

    @ParameterizedTest
    @CsvSource({"az, Boş yer qalmayıb", "ru, Свободных мест не осталось", "en, No place is left"})
    void whatIsUsedUpIsSaidSoInTheReadersLanguage(String language, String words) {
        var body = http.get()
                .uri("/api/v1/quota/report?year=2026")
                .header(TestLogins.HEADER, TestLogins.EMPLOYER + ":1400012341")
                .header("Accept-Language", language)
                .exchange()
                .expectHeader()
                .valueEquals("Cache-Control", "no-store")
                .expectBody()
                .returnResult()
                .getResponseBody();
        assertThat(JSON.readTree(body).at("/data/total/outlook/text").asString())
                .isEqualTo(words);
    }

    @Test
    void nobodyIsToldAnEmployersQuotaWithoutALogin() {
        var before = calls();
        var refused = ask("/report?year=2026", null, null, 401);
        assertThat(refused.get("code").asString()).isEqualTo("00102");
        assertThat(refused.has("data")).isFalse();
        assertThat(calls()).isEqualTo(before);
        http.get()
                .uri("/api/v1/quota/report")
                .exchange()
                .expectHeader()
                .valueEquals("WWW-Authenticate", "Bearer realm=\"qapi\"");
        http.head()
                .uri("/api/v1/quota/report")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectBody();
    }

    @Test
    void whatAnEmployerHasToPayIsToldToThatEmployerAlone() {
        charges(null, 401);
        assertThat(charges("person", 200).get("sources")).hasSize(2);
        Persona.employers().values().forEach(employer -> {
            var told = charges(employer.get("taxNumber").text(), 200);
            assertThat(told.at("/data/verdict").asString()).isIn("NO_CHARGES", "TO_PAY", "NOTHING_TO_PAY");
            assertThat(told.get("sources")).hasSize(2);
        });
    }

    private JsonNode charges(@Nullable String login, int status) {
        var request = http.get().uri("/api/v1/payments/own");
        if (login != null) {
            request.header(
                    TestLogins.HEADER, login.equals("person") ? "clean-record" : TestLogins.EMPLOYER + ":" + login);
        }
        var body = request.exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .valueEquals("Cache-Control", "no-store")
                .expectBody()
                .returnResult()
                .getResponseBody();
        return JSON.readTree(body);
    }

    @Test
    void aPersonWhoActsForNoCompanyIsToldNone() {
        assertThat(ask("/report?year=2026", "person", null, 403).get("code").asString())
                .isEqualTo("00104");
    }

    @ParameterizedTest
    @ValueSource(strings = {"taxNumber=1400012341", "employer=1400012341", "employer.taxNumber=1400012341"})
    void noParameterMakesSomebodyAnotherEmployer(String parameter) {
        http.get()
                .uri("/api/v1/quota/report?year=2026&" + parameter)
                .header(TestLogins.HEADER, TestLogins.EMPLOYER + ":1500023451")
                .exchange()
                .expectBody(String.class)
                .value(body -> assertThat(body).doesNotContain("Xəzər Tikinti"));
    }

    @Test
    void aCompanyWhoseStateNobodyTellsIsToBeLookedAtAgain() {
        var answer = ask("/report?year=2026", "1500023451", "F20:502@AVIS", 200);
        assertThat(answer.get("freshness").asString()).isEqualTo("PARTIAL");
        assertThat(answer.get("reliance").asString()).isEqualTo("RECHECK_BEFORE_ACTING");
        assertThat(answer.at("/missing/0/path").asString()).isEqualTo("/data/status");
        assertThat(answer.at("/missing/0/code").asString()).isEqualTo("05001");
        assertThat(answer.get("data").has("status")).isFalse();
    }

    @Test
    void withoutTheQuotaThereIsNoReport() {
        assertThat(ask("/report?year=2025", "1900067891", "F20:502@VMMS", 503)
                        .get("code")
                        .asString())
                .isEqualTo("07001");
    }

    @Test
    void aQuotaBurnsDownMonthByMonth() {
        var months = ask("/report?year=2026", "1500023451", null, 200).at("/data/months");
        var told = StreamSupport.stream(months.spliterator(), false)
                .filter(month -> !month.get("forecast").asBoolean())
                .toList();
        assertThat(told.getFirst().get("month").asString()).isEqualTo("2026-01");
        assertThat(told.stream().mapToInt(month -> month.get("used").asInt()).sum())
                .isEqualTo(12);
        assertThat(told.getLast().get("free").asInt()).isEqualTo(5);
        var country = ask("/summary?year=2026", null, null, 200).get("data");
        assertThat(country.at("/months/" + (told.size() - 1) + "/free").asInt())
                .isEqualTo(country.at("/total/free").asInt());
    }

    @ParameterizedTest
    @CsvSource({"/summary, text/csv", "/report, text/csv", "/summary, xlsx", "/report, xlsx"})
    void itIsAFileForASpreadsheetToo(String answer, String type) {
        var ending = type.equals("xlsx") ? ".xlsx" : ".csv";
        var file = file("/api/v1/quota" + answer + ending + "?year=2026", "1500023451", null);
        assertThat(String.valueOf(file.getResponseHeaders().getContentType()))
                .startsWith(type.equals("xlsx") ? Sheet.XLSX : type);
        assertThat(file.getResponseHeaders().getContentDisposition().getFilename())
                .endsWith("quota-2026" + ending);
        assertThat(file.getResponseHeaders().getCacheControl())
                .isEqualTo(answer.equals("/report") ? "no-store" : "max-age=60, public");
        assertThat(new String(Objects.requireNonNull(file.getResponseBody()), UTF_8))
                .startsWith(type.equals("xlsx") ? "PK" : "year,activity,");
    }

    @Test
    void aFileIsOfTheOneWhoIsLoggedInAndSaysWhatIsMissing() {
        var file = text("1500023451", "F20:502@AVIS");
        assertThat(file).contains("\r\n2026,C,7522,20,12,3,5,").endsWith(",PARTIAL,RECHECK_BEFORE_ACTING\r\n");
        assertThat(text("1400012341", null))
                .contains("2026,F,7114,12,12,1,0,USED_UP,,")
                .doesNotContain(",7522,");
        for (var format : List.of("csv", "xlsx")) {
            ask("/report." + format, null, null, 401);
            ask("/report." + format, "person", null, 403);
            ask("/report." + format + "?taxNumber=1400012341", "1500023451", null, 400);
        }
    }

    @Test
    void aPageHandsTheFileOnInItsOwnLanguage() {
        var told = http.get()
                .uri("/quota?lang=ru")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult();
        assertThat(told.getResponseHeaders().getFirst("Content-Security-Policy"))
                .contains("script-src 'self'; ");
        assertThat(told.getResponseBody()).contains("href=\"/quota/summary.xlsx\"", "href=\"/quota/summary.csv\"");
        var file = http.get()
                .uri("/quota/summary.xlsx?lang=ru")
                .header("Accept-Language", "en")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(Sheet.XLSX)
                .expectHeader()
                .valueEquals("Content-Language", "ru")
                .expectBody()
                .returnResult();
        assertThat(file.getResponseBody()).startsWith('P', 'K');
        http.get()
                .uri("/quota/report.csv")
                .exchange()
                .expectStatus()
                .isSeeOther()
                .expectHeader()
                .location("/quota/report");
        http.get()
                .uri("/quota/nothing.csv")
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody();
    }

    private String text(String employer, @Nullable String fault) {
        var file = file("/api/v1/quota/report.csv?year=2026", employer, fault);
        return new String(Objects.requireNonNull(file.getResponseBody()), UTF_8);
    }

    private EntityExchangeResult<byte[]> file(String address, String employer, @Nullable String fault) {
        var request = http.get().uri(address).header(TestLogins.HEADER, TestLogins.EMPLOYER + ":" + employer);
        if (fault != null) {
            request.header("Qapi-Fault", fault);
        }
        return request.exchange().expectStatus().isOk().expectBody().returnResult();
    }

    private long calls() {
        return statistics.calls().stream().mapToLong(Statistics.Calls::asked).sum();
    }

    private JsonNode ask(String path, @Nullable String login, @Nullable String fault, int status) {
        var request = http.get().uri("/api/v1/quota" + path).header("Accept-Language", "en");
        if (login != null) {
            request.header(
                    TestLogins.HEADER, login.equals("person") ? "clean-record" : TestLogins.EMPLOYER + ":" + login);
        }
        if (fault != null) {
            request.header("Qapi-Fault", fault);
        }
        var body = request.exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .returnResult()
                .getResponseBody();
        return JSON.readTree(body);
    }

    private static List<Node> quotaOf(Node employer) {
        return employer.get("quota").items().stream()
                .filter(it -> it.get("year").text().equals("2026"))
                .toList();
    }

    private static int sum(Node employer, String what) {
        return quotaOf(employer).stream()
                .mapToInt(it -> Integer.parseInt(it.get(what).text()))
                .sum();
    }

    private static int sum(JsonNode data, String what) {
        return StreamSupport.stream(data.get("activities").spliterator(), false)
                .mapToInt(it -> it.at("/places/" + what).asInt())
                .sum();
    }
}
