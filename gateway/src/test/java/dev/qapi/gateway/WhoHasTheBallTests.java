package dev.qapi.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.qapi.gateway.support.GatewayTest;
import dev.qapi.gateway.support.MovableClock;
import dev.qapi.gateway.support.People;
import dev.qapi.gateway.support.Vmms;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.reactive.function.BodyInserters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whose turn it is, by which law, for how long still, when a decision is likely, and what the applicant can do. */
@GatewayTest
class WhoHasTheBallTests {

    private static final String DURATIONS = ".*/applications/durations";
    private static final ZoneId BAKU = ZoneId.of("Asia/Baku");
    private static final JsonMapper JSON = new JsonMapper();
    private static final String UNDER_REVIEW = application("130", "DMX", "\"holderUntil\":\"2026-11-11\",");
    private static final String FEE = "\"fee\":{\"amount\":\"120.00\",%s\"dueBy\":\"2026-12-19\",\"state\":\"%s\"},";

    /** Each test is of a time of its own, eight days from every other, so that none knows another's statistics. */
    private static int month;

    @Autowired
    WebTestClient http;

    @Autowired
    Vmms vmms;

    @Autowired
    MovableClock clock;

    @Autowired
    CircuitBreakerRegistry breakers;

    @BeforeEach
    void healthyAndWarm() {
        clock.beRight();
        vmms.recover();
        breakers.getAllCircuitBreakers().forEach(it -> it.reset());
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        People.track(http, People.somebody()).expectStatus().isOk());
        breakers.getAllCircuitBreakers().forEach(it -> it.reset());
    }

    @AfterEach
    void today() {
        clock.beRight();
    }

    /** 8 November is a Sunday and a holiday, 9 November is one too, so that 10 November makes up for the Sunday. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-06, 2026-11-11, 1, false",
        "2026-11-06, 2026-11-10, 0, false",
        "2026-11-06, 2026-11-13, 3, false",
        "2026-11-13, 2026-11-16, 1, false",
        "2026-11-11, 2026-11-11, 0, false",
        "2026-11-12, 2026-11-11, 0, true"
    })
    void workingDaysAreCountedDownByTheStatesCalendar(LocalDate today, LocalDate until, int left, boolean overdue) {
        itIs(today);
        vmmsTells(application("150", "APPLICANT", "\"holderUntil\":\"" + until + "\","));

        var holder = track("en").at("/data/applications/0/holder");

        assertThat(holder.path("workingDaysLeft").asInt(-1)).isEqualTo(left);
        assertThat(holder.path("overdue").asBoolean()).isEqualTo(overdue);
    }

    @Test
    void whereNoDayIsNamedNothingIsCounted() {
        vmmsTells(application("190", "NONE", ""));
        var holder = track("en").at("/data/applications/0/holder");
        assertThat(holder.propertyNames()).containsExactly("code", "text");
    }

    @Test
    void theLawIsToldInTheRegistersWords() {
        vmmsTells(application("150", "APPLICANT", "\"holderClause\":\"Dövlət rüsumu haqqında Qanun\","));
        assertThat(track("en").at("/data/applications/0/holder/clause").asString())
                .isEqualTo("Dövlət rüsumu haqqında Qanun");
    }

    @Test
    void aDecisionIsLikelyWhenEightOfTenCameLately() {
        itIs(LocalDate.parse("2026-11-05"));
        vmmsTells(UNDER_REVIEW);
        vmmsCounts(20);

        var answer = track("en");

        assertThat(answer.at("/data/applications/0/expected").toString())
                .isEqualTo("{\"from\":\"2026-11-11\",\"until\":\"2026-11-18\",\"cases\":20}");
        assertThat(answer.path("freshness").asString()).isEqualTo("FRESH");
        assertThat(answer.path("missing").isEmpty()).isTrue();
    }

    @Test
    void whatTakesLongerThanNineOfTenIsCalledSo() {
        itIs(LocalDate.parse("2026-12-21"));
        vmmsTells(UNDER_REVIEW);
        vmmsCounts(20);
        assertThat(track("en").at("/data/applications/0/expected/exceeded").asBoolean())
                .isTrue();
    }

    @Test
    void fewCasesTeachNothing() {
        itIs(LocalDate.parse("2027-01-11"));
        vmmsTells(UNDER_REVIEW);
        vmmsCounts(19);

        var answer = track("en");

        assertThat(answer.at("/data/applications/0").has("expected")).isFalse();
        assertThat(answer.path("freshness").asString()).isEqualTo("FRESH");
        assertThat(answer.path("missing").isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"500, 0, 07001", "200, 20000, 07002"})
    void withoutStatisticsEverythingElseIsToldInTime(int status, int delay, String code) {
        itIs(LocalDate.parse("2027-02-01").plusMonths(month++));
        vmmsTells(UNDER_REVIEW);
        vmmsCounts(reply -> reply.withStatus(status).withFixedDelay(delay));
        var person = People.somebody();
        var begun = System.nanoTime();

        var answer = track("en", person);

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
        assertThat(answer.at("/data/applications/0/status/code").asString()).isEqualTo("UNDER_REVIEW");
        assertThat(answer.at("/data/applications/0").has("expected")).isFalse();
        assertThat(answer.at("/missing/0/path").asString()).isEqualTo("/data/applications/0/expected");
        assertThat(answer.at("/missing/0/code").asString()).isEqualTo(code);
        assertThat(answer.path("freshness").asString()).isEqualTo("PARTIAL");
        assertThat(answer.path("reliance").asString()).isEqualTo("SAFE");
        var again = track("en", person);
        assertThat(again.path("freshness").asString()).isEqualTo("CACHED");
        assertThat(again.at("/missing/0/path").asString()).isEqualTo("/data/applications/0/expected");
    }

    @Test
    void oldStatisticsStandInForAWeek() {
        itIs(LocalDate.parse("2027-06-07"));
        vmmsTells(UNDER_REVIEW);
        vmmsCounts(20);
        track("en");
        itIs(LocalDate.parse("2027-06-12"));
        vmmsTells(UNDER_REVIEW);
        vmmsCounts(reply -> reply.withStatus(500));
        var answer = track("en");
        assertThat(answer.at("/data/applications/0/expected/cases").asInt()).isEqualTo(20);
        assertThat(answer.path("freshness").asString()).isEqualTo("FRESH");
    }

    @ParameterizedTest
    @CsvSource({"120, APPLICANT", "150, APPLICANT", "170, DMX", "190, NONE", "250, EXTERNAL"})
    void theRegisterIsNotAskedForStatisticsThatNobodyNeeds(String status, String holder) {
        itIs(LocalDate.parse("2027-07-05"));
        vmmsTells(application(status, holder, "").replace("{\"status\":\"130\"", "{\"status\":\"150\""));
        assertThat(track("en").at("/data/applications/0").has("expected")).isFalse();
        assertThat(vmms.wire().findAll(postRequestedFor(urlMatching(DURATIONS))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            120 |         | HAND_IN      | az | Gözlənilən sənədləri göstərilən günədək təqdim edin
            120 |         | HAND_IN      | ru | Представьте то, что ожидается
            120 |         | HAND_IN      | en | Hand in what is awaited
            150 | DUE     | PAY          | az | 30 gün ərzində rüsum ödənilməzsə, icazə ləğv edilir
            150 | DUE     | PAY          | ru | не позднее указанного дня
            150 | DUE     | PAY          | en | Pay the fee with the payment number by the day given
            150 | WITHOUT | AWAIT_NUMBER | az | Ödəniş nömrəsi qərardan sonra üç gün ərzində burada görünəcək
            150 | WITHOUT | AWAIT_NUMBER | ru | Номер для оплаты появится здесь
            150 | WITHOUT | AWAIT_NUMBER | en | The payment number appears here
            230 | LAPSED  | APPLY_ANEW   | az | Ödəniş artıq kömək etmir
            230 | LAPSED  | APPLY_ANEW   | ru | Подайте новое заявление
            230 | LAPSED  | APPLY_ANEW   | en | Paying no longer helps""")
    void theRemedyIsToldWithTheFeeThatItIsAbout(
            String status, String fee, String remedy, String language, String words) {
        vmmsTells(application(status, status.equals("230") ? "NONE" : "APPLICANT", fee(fee)));

        var told = track(language).at("/data/applications/0");

        assertThat(told.at("/remedy/code").asString()).isEqualTo(remedy);
        assertThat(told.at("/remedy/text").asString()).contains(words);
        if (status.equals("230")) {
            assertThat(told.at("/fee/state/code").asString()).isEqualTo("LAPSED");
            assertThat(told.at("/fee/paymentNumber").asString()).isEqualTo("826344415772");
        }
    }

    private static String fee(String state) {
        return state == null
                ? ""
                : state.equals("WITHOUT")
                        ? FEE.formatted("", "DUE")
                        : FEE.formatted("\"paymentNumber\":\"826344415772\",", state);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-10-05 | 2026-10-06 | ru | остался 1 рабочий день.
            2026-10-05 | 2026-10-07 | ru | осталось 2 рабочих дня.
            2026-10-05 | 2026-10-12 | ru | осталось 5 рабочих дней.
            2026-10-05 | 2026-10-20 | ru | осталось 11 рабочих дней.
            2026-10-05 | 2026-11-03 | ru | остался 21 рабочий день.
            2026-10-05 | 2026-10-06 | en | 1 working day is left
            2026-10-05 | 2026-10-12 | en | 5 working days are left
            2026-10-05 | 2026-11-03 | en | 21 working days are left
            2026-10-05 | 2026-10-05 | en | No working days are left after today
            2026-10-05 | 2026-10-12 | az | 5 iş günü qalıb
            2026-10-05 | 2026-10-02 | az | Müddət bitib. Ödəniş etməzdən
            2026-10-05 | 2026-10-02 | ru | Срок истёк. Прежде чем платить
            2026-10-05 | 2026-10-02 | en | The term has passed. Ask the State Migration Service before you pay""")
    void thePageSaysItInWords(LocalDate today, LocalDate until, String language, String words) {
        itIs(today);
        vmmsTells(application("150", "APPLICANT", "\"holderUntil\":\"" + until + "\"," + fee("DUE")));
        assertThat(page(language)).contains(words, "class=\"remedy\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            az | 11 noyabr 2026 – 18 noyabr 2026
            ru | 11 ноября 2026
            en | 11 November 2026 to 18 November 2026""")
    void thePageSaysWhenADecisionIsLikely(String language, String words) {
        itIs(LocalDate.parse("2026-11-05"));
        vmmsTells(UNDER_REVIEW);
        vmmsCounts(20);
        assertThat(page(language)).contains(words, "class=\"expected\"");
    }

    /** Noon of that day in Baku. */
    private void itIs(LocalDate day) {
        clock.goOn(
                Duration.between(clock.instant(), day.atTime(12, 0).atZone(BAKU).toInstant()));
    }

    private static String application(String status, String holder, String more) {
        return "{\"number\":\"MR-2026-0000001\",\"kind\":\"TRP\",\"status\":\"" + status
                + "\",\"statusSince\":\"2026-11-04\",\"holder\":\"" + holder + "\"," + more
                + "\"waitingFor\":[],\"issued\":[],\"history\":[{\"status\":\"100\",\"at\":\"2026-11-02T16:00:00+04:00\"},"
                + "{\"status\":\"130\",\"at\":\"2026-11-04T09:30:00+04:00\"}]}";
    }

    private void vmmsTells(String application) {
        vmms.says(Vmms.GOOD
                .replace("{{now}}", clock.instant().toString())
                .replaceAll("\"applications\":.*", "\"applications\":[" + application + "]}"));
    }

    private void vmmsCounts(int cases) {
        vmmsCounts(reply -> reply.withBody("{\"outcome\":\"MATCHED\",\"asOf\":\"" + clock.instant()
                + "\",\"complete\":true,\"subject\":{\"days\":365},"
                + "\"kinds\":[{\"kind\":\"TRP\",\"cases\":" + cases + ",\"p10\":5,\"p50\":8,\"p90\":10}]}"));
    }

    private void vmmsCounts(UnaryOperator<ResponseDefinitionBuilder> change) {
        vmms.wire()
                .stubFor(post(urlMatching(DURATIONS))
                        .willReturn(change.apply(aResponse()
                                .withHeader("Content-Type", "application/json")
                                .withHeader("X-Road-Id", "{{request.headers.X-Road-Id}}")
                                .withHeader("X-Road-Request-Hash", "sha-512:c2VlbiBieSBFSElT"))));
    }

    private JsonNode track(String language) {
        return track(language, People.somebody());
    }

    private JsonNode track(String language, String person) {
        return JSON.readTree(http.post()
                .uri("/api/v1/applications/track")
                .header("Accept-Language", language)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(person)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody());
    }

    private String page(String language) {
        var person = JSON.readTree(People.somebody());
        var form = new LinkedMultiValueMap<String, String>();
        form.add("document.type", "PASSPORT");
        form.add("document.number", person.at("/document/number").asString());
        form.add("birthDate.year", "1990");
        form.add("citizenship", "TUR");
        return http.post()
                .uri("/applications?lang=" + language)
                .accept(MediaType.TEXT_HTML)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(BodyInserters.fromFormData(form))
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }
}
