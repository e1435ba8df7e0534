package dev.qapi.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.qapi.gateway.support.TestLogins;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import tools.jackson.databind.JsonNode;

/** Notices of a foreign citizenship over HTTP, before the simulated VMMS. */
class CitizenshipNoticesTests extends FilingContext {
    private static final String CITIZEN = "acquired-foreign-citizenship";

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Baku"));
    }

    private WebTestClient.ResponseSpec give(String login, String citizenship, LocalDate acquired, String residence) {
        return http.post()
                .uri("/api/v1/citizenship-notices/own")
                .header("Accept-Language", "en")
                .header(TestLogins.HEADER, login)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .bodyValue(Map.of("citizenship", citizenship, "acquired", acquired, "residence", residence))
                .exchange();
    }

    private JsonNode given(LocalDate acquired, String residence) {
        return told(give(CITIZEN, "TUR", acquired, residence).expectStatus().isAccepted());
    }

    private JsonNode own(String login) {
        return told(http.get()
                .uri("/api/v1/citizenship-notices/own")
                .header(TestLogins.HEADER, login)
                .exchange()
                .expectStatus()
                .isOk());
    }

    private JsonNode listed(JsonNode given) {
        return own(CITIZEN)
                .path("notices")
                .valueStream()
                .filter(it -> it.path("receipt").equals(given.path("receipt")))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "IN_COUNTRY, MIGRATION_SERVICE, State Migration Service",
        "ABROAD, FOREIGN_MINISTRY, Ministry of Foreign Affairs"
    })
    void whereTheCitizenLivesDecidesToWhomTheNoticeGoes(String residence, String code, String text) {
        var given = given(today().minusDays(3), residence);
        assertThat(given.at("/addressee/code").asString()).isEqualTo(code);
        assertThat(given.at("/addressee/text").asString()).isEqualTo(text);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(listed(given).path("number").asString("")).matches("XV-[0-9]{4}-[0-9]{7}"));
        assertThat(listed(given).at("/state/code").asString()).isEqualTo("DELIVERED");
        assertThat(own("company-owner").path("notices")).isEmpty();
    }

    @Test
    void theTermIsOneMonthOfTheCalendarAndItsLastDayIsStillInTime() {
        var acquired = today().minusMonths(1);
        while (acquired.plusMonths(1).isBefore(today())) { // a month of 31 days before a shorter one
            acquired = acquired.plusDays(1);
        }
        var onTheLastDay = given(acquired, "IN_COUNTRY");
        assertThat(onTheLastDay.at("/term/deadline").asString())
                .isEqualTo(acquired.plusMonths(1).toString());
        assertThat(onTheLastDay.at("/term/late").asBoolean()).isFalse();
        var late = given(today().minusMonths(1).minusDays(1), "IN_COUNTRY");
        assertThat(late.at("/term/late").asBoolean()).isTrue();
        assertThat(late.at("/term/clause").asString()).contains("vətəndaşlığı haqqında");
        assertThat(late.at("/state/code").asString()).isEqualTo("ACCEPTED");
    }

    @Test
    void ofATermThatIsNotOnFileNothingIsSaid() {
        assertThat(given(LocalDate.of(2010, 5, 5), "ABROAD").has("term")).isFalse();
    }

    @Test
    void onlyACitizenOfAzerbaijanGivesNotice() {
        give("not-registered-late", "KAZ", today(), "ABROAD")
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("00023");
        assertThat(own("not-registered-late").path("total").asInt()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "AZE, 0, /citizenship, 00337",
        "XXA, 0, /citizenship, 00337",
        "TUR, 1, /acquired, 00324",
        "TUR, -14000, /acquired, 00324"
    })
    void whatCannotBeIsRefusedByField(String citizenship, int days, String pointer, String code) {
        give(CITIZEN, citizenship, today().plusDays(days), "ABROAD")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo(pointer)
                .jsonPath("$.errors[0].code")
                .isEqualTo(code);
    }

    @Test
    void whileVmmsIsDownItIsAcceptedAndLaterDeliveredOnce() {
        admin("POST", "/__admin/egov/faults", "{\"fault\":\"F20\",\"register\":\"VMMS\"}");
        var given = given(today(), "ABROAD");
        assertThat(listed(given).at("/state/code").asString()).isEqualTo("ACCEPTED");
        var failures = deliveries("Unsettled");
        await().atMost(Duration.ofSeconds(20)).until(() -> deliveries("Unsettled") > failures + 1);
        heal();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(own(CITIZEN).path("notices").valueStream())
                        .allSatisfy(it ->
                                assertThat(it.at("/state/code").asString()).isEqualTo("DELIVERED")));
        var numbers = own(CITIZEN)
                .path("notices")
                .valueStream()
                .map(it -> it.path("number").asString())
                .map(it -> Integer.parseInt(it.substring(it.lastIndexOf('-') + 1)))
                .toList();
        // VMMS gives the next number to each: one that came twice would leave a gap
        assertThat(numbers).doesNotHaveDuplicates();
        assertThat(Collections.max(numbers) - Collections.min(numbers) + 1).isEqualTo(numbers.size());
    }

    @ParameterizedTest
    @CsvSource({"az, Xarici İşlər Nazirliyi", "ru, Министерство иностранных дел", "en, Ministry of Foreign Affairs"})
    void thePageAsksForNothingThatTheLoginHasTold(String language, String ministry) {
        var page = page(http.get()
                .uri("/citizenship-notices?lang=" + language)
                .accept(MediaType.TEXT_HTML)
                .header(TestLogins.HEADER, CITIZEN));
        assertThat(page)
                .contains("name=\"acquired.day\"", "name=\"residence\"", "type=\"file\"")
                .doesNotContain("document.number", "birthDate");
        var form = new LinkedMultiValueMap<String, String>();
        form.setAll(Map.of(
                "_key", first(page, "name=\"_key\" value=\"([^\"]{22})\""),
                "citizenship", "TUR",
                "acquired.day", "4",
                "acquired.month", "11",
                "acquired.year", "2024",
                "residence", "ABROAD"));
        assertThat(page(post("/citizenship-notices?lang=" + language, form).header(TestLogins.HEADER, CITIZEN)))
                .contains(ministry, "data-late=\"true\"");
    }
}
