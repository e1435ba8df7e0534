package dev.qapi.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static dev.qapi.gateway.support.Waiting.DURATIONS;
import static dev.qapi.gateway.support.Waiting.application;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qapi.gateway.support.GatewayTest;
import dev.qapi.gateway.support.MovableClock;
import dev.qapi.gateway.support.People;
import dev.qapi.gateway.support.Vmms;
import dev.qapi.gateway.support.Waiting;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;

/**
 * When a decision is likely, by what the register says of those that it decided. Each test is of a time of its own, eight days from
 * every other, so that none knows another's statistics.
 */
@GatewayTest
class ExpectedRangeTests {

    private static final String UNDER_REVIEW = application("130", "DMX", "\"holderUntil\":\"2026-11-11\",");

    @Autowired
    WebTestClient http;

    @Autowired
    Vmms vmms;

    @Autowired
    MovableClock clock;

    private Waiting waiting;

    @BeforeEach
    void healthyAndWarm() {
        waiting = new Waiting(http, vmms, clock);
        waiting.healthyAndWarm();
    }

    @AfterEach
    void today() {
        clock.beRight();
    }

    @Test
    void aDecisionIsLikelyWhenEightOfTenCameLately() {
        waiting.itIs(LocalDate.parse("2026-11-05"));
        waiting.vmmsTells(UNDER_REVIEW);
        waiting.vmmsCounts(20);

        var answer = waiting.track("en");

        assertThat(answer.at("/data/applications/0/expected").toString())
                .isEqualTo("{\"from\":\"2026-11-11\",\"until\":\"2026-11-18\",\"cases\":20}");
        assertThat(answer.path("freshness").asString()).isEqualTo("FRESH");
        assertThat(answer.path("missing").isEmpty()).isTrue();
    }

    @Test
    void whatTakesLongerThanNineOfTenIsCalledSo() {
        waiting.itIs(LocalDate.parse("2026-12-21"));
        waiting.vmmsTells(UNDER_REVIEW);
        waiting.vmmsCounts(20);
        assertThat(waiting.track("en")
                        .at("/data/applications/0/expected/exceeded")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void fewCasesTeachNothing() {
        waiting.itIs(LocalDate.parse("2027-01-11"));
        waiting.vmmsTells(UNDER_REVIEW);
        waiting.vmmsCounts(19);

        var answer = waiting.track("en");

        assertThat(answer.at("/data/applications/0").has("expected")).isFalse();
        assertThat(answer.path("freshness").asString()).isEqualTo("FRESH");
        assertThat(answer.path("missing").isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2027-02-01, 500, 0, 07001", "2027-03-01, 200, 20000, 07002"})
    void withoutStatisticsEverythingElseIsToldInTime(LocalDate today, int status, int delay, String code) {
        waiting.itIs(today);
        waiting.vmmsTells(UNDER_REVIEW);
        waiting.vmmsCounts(reply -> reply.withStatus(status).withFixedDelay(delay));
        var person = People.somebody();
        var begun = System.nanoTime();

        var answer = waiting.track("en", person);

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
        assertThat(answer.at("/data/applications/0/status/code").asString()).isEqualTo("UNDER_REVIEW");
        assertThat(answer.at("/data/applications/0").has("expected")).isFalse();
        assertThat(answer.at("/missing/0/path").asString()).isEqualTo("/data/applications/0/expected");
        assertThat(answer.at("/missing/0/code").asString()).isEqualTo(code);
        assertThat(answer.path("freshness").asString()).isEqualTo("PARTIAL");
        assertThat(answer.path("reliance").asString()).isEqualTo("SAFE");
        var again = waiting.track("en", person);
        assertThat(again.path("freshness").asString()).isEqualTo("CACHED");
        assertThat(again.at("/missing/0/path").asString()).isEqualTo("/data/applications/0/expected");
    }

    @Test
    void oldStatisticsStandInForAWeek() {
        waiting.itIs(LocalDate.parse("2027-06-07"));
        waiting.vmmsTells(UNDER_REVIEW);
        waiting.vmmsCounts(20);
        waiting.track("en");
        waiting.itIs(LocalDate.parse("2027-06-12"));
        waiting.vmmsTells(UNDER_REVIEW);
        waiting.vmmsCounts(reply -> reply.withStatus(500));
        var answer = waiting.track("en");
        assertThat(answer.at("/data/applications/0/expected/cases").asInt()).isEqualTo(20);
        assertThat(answer.path("freshness").asString()).isEqualTo("FRESH");
    }

    @ParameterizedTest
    @CsvSource({"120, APPLICANT", "150, APPLICANT", "170, DMX", "190, NONE", "250, EXTERNAL"})
    void theRegisterIsNotAskedForStatisticsThatNobodyNeeds(String status, String holder) {
        waiting.itIs(LocalDate.parse("2027-07-05"));
        waiting.vmmsTells(application(status, holder, "").replace("{\"status\":\"130\"", "{\"status\":\"150\""));
        assertThat(waiting.track("en").at("/data/applications/0").has("expected"))
                .isFalse();
        assertThat(vmms.wire().findAll(postRequestedFor(urlMatching(DURATIONS))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            az | 11 noyabr 2026 – 18 noyabr 2026
            ru | 11 ноября 2026
            en | 11 November 2026 to 18 November 2026""")
    void thePageSaysWhenADecisionIsLikely(String language, String words) {
        waiting.itIs(LocalDate.parse("2026-11-05"));
        waiting.vmmsTells(UNDER_REVIEW);
        waiting.vmmsCounts(20);
        assertThat(waiting.page(language)).contains(words, "class=\"expected\"");
    }
}
