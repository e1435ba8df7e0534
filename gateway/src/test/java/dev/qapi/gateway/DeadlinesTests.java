package dev.qapi.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qapi.gateway.support.GatewayTest;
import dev.qapi.gateway.support.MovableClock;
import dev.qapi.gateway.support.Vmms;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.BodyInserters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The calculator needs nobody: it answers whatever the registers do, and by Baku's calendar. */
@GatewayTest
class DeadlinesTests {

    @Autowired
    WebTestClient http;

    @Autowired
    Vmms vmms;

    @Autowired
    MovableClock clock;

    private LocalDate today = LocalDate.EPOCH;

    @BeforeEach
    void day() {
        today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Baku"));
    }

    @Test
    void anArrivalOfTodayHasItsDayAheadAndOneOfTheYearBeforeLastHasPassed() {
        var ahead = first(ask("en", today, ""));
        assertThat(ahead.get("dueBy").asString()).isEqualTo(today.plusDays(15).toString());
        assertThat(ahead.get("passed").asBoolean()).isFalse();
        assertThat(ahead.get("workingDaysLeft").asInt()).isBetween(4, 11);
        var passed = first(ask("en", today.minusYears(2), ""));
        assertThat(passed.get("passed").asBoolean()).isTrue();
        assertThat(passed.has("workingDaysLeft")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "az, Qəbul edən tərəf və ya özünüz",
        "ru, Принимающая сторона или вы сами",
        "en, 'Your host, or you yourself'"
    })
    void whoMustActIsSaidInTheReadersLanguage(String language, String who) {
        assertThat(first(ask(language, today, "")).get("who").get("text").asString())
                .isEqualTo(who);
    }

    @Test
    void whatIsStillToBeDoneIsThereForACalendarAndForNobodyElse() {
        var calendar = http.post()
                .uri("/deadlines?calendar&lang=ru")
                .body(BodyInserters.fromFormData(form(today)))
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("text/calendar;charset=UTF-8")
                .expectHeader()
                .cacheControl(CacheControl.noStore())
                .expectHeader()
                .valueEquals("Content-Disposition", "attachment; filename=\"qapi.ics\"")
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        var day = today.plusDays(15).toString();
        assertThat(calendar)
                .contains("UID:register-" + day + "@qapi\r\n", "DTSTART;VALUE=DATE:" + day.replace("-", "") + "\r\n")
                .containsOnlyOnce("BEGIN:VEVENT")
                .containsPattern("SUMMARY:[А-Я]")
                .doesNotContain("TUR");
        assertThat(calendarOf(today.minusYears(2))).contains("BEGIN:VCALENDAR").doesNotContain("BEGIN:VEVENT");
        assertThat(page(today)).contains("?calendar");
    }

    private String calendarOf(LocalDate entry) {
        return told(http.post()
                .uri("/api/v1/deadlines/calendar")
                .bodyValue(Map.of("citizenship", "TUR", "entryDate", entry.toString()))
                .exchange());
    }

    private static MultiValueMap<String, String> form(LocalDate entry) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("citizenship", "TUR");
        form.add("entryDate.year", String.valueOf(entry.getYear()));
        form.add("entryDate.month", String.valueOf(entry.getMonthValue()));
        form.add("entryDate.day", String.valueOf(entry.getDayOfMonth()));
        return form;
    }

    private String page(LocalDate entry) {
        return told(http.post()
                .uri("/deadlines?lang=en")
                .accept(MediaType.TEXT_HTML)
                .body(BodyInserters.fromFormData(form(entry)))
                .exchange());
    }

    private static String told(WebTestClient.ResponseSpec answer) {
        return Objects.requireNonNull(answer.expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    @Test
    void noRegisterIsAsked() {
        var before = vmms.wire().getAllServeEvents().size();
        var answer = ask("en", today, "");
        assertThat(answer.get("sources").get(0).get("register").asString()).isEqualTo("GATEWAY");
        assertThat(vmms.wire().getAllServeEvents()).hasSize(before);
    }

    @Test
    void everyDayThatCannotBeRightIsNamed() {
        assertThat(errors(today.plusDays(1), "")).isEqualTo("/entryDate 00324 ");
        assertThat(errors(today, ",\"stayEndsOn\":\"%s\",\"movedOn\":\"%s\"".formatted(today.minusDays(1), today)))
                .isEqualTo("/stayEndsOn 00324 ");
        assertThat(errors(today, ",\"movedOn\":\"+999999999-12-31\"")).isEqualTo("/movedOn 00324 ");
    }

    private String errors(LocalDate entry, String more) {
        var told = new StringBuilder();
        for (var error : post("en", entry, more, 400).get("errors")) {
            told.append(error.get("pointer").asString())
                    .append(' ')
                    .append(error.get("code").asString())
                    .append(' ');
        }
        return told.toString();
    }

    private JsonNode ask(String language, LocalDate entry, String more) {
        return post(language, entry, more, 200);
    }

    private static JsonNode first(JsonNode answer) {
        return answer.get("data").get("deadlines").get(0);
    }

    private JsonNode post(String language, LocalDate entry, String more, int status) {
        var body = http.post()
                .uri("/api/v1/deadlines/calculate")
                .header("Accept-Language", language)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"citizenship\":\"TUR\",\"entryDate\":\"%s\"%s}".formatted(entry, more))
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .returnResult()
                .getResponseBody();
        return new JsonMapper().readTree(Objects.requireNonNull(body));
    }
}
