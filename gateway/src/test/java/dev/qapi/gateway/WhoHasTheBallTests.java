package dev.qapi.gateway;

import static dev.qapi.gateway.support.Waiting.application;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qapi.gateway.support.GatewayTest;
import dev.qapi.gateway.support.MovableClock;
import dev.qapi.gateway.support.Vmms;
import dev.qapi.gateway.support.Waiting;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Whose turn it is, by which law and for how long still, and what the applicant can do. */
@GatewayTest
class WhoHasTheBallTests {

    private static final String FEE = "\"fee\":{\"amount\":\"120.00\",%s\"dueBy\":\"2026-12-19\",\"state\":\"%s\"},";

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
        waiting.itIs(today);
        waiting.vmmsTells(application("150", "APPLICANT", "\"holderUntil\":\"" + until + "\","));

        var holder = waiting.track("en").at("/data/applications/0/holder");

        assertThat(holder.path("workingDaysLeft").asInt(-1)).isEqualTo(left);
        assertThat(holder.path("overdue").asBoolean()).isEqualTo(overdue);
    }

    @Test
    void whereNoDayIsNamedNothingIsCounted() {
        waiting.vmmsTells(application("190", "NONE", ""));
        var holder = waiting.track("en").at("/data/applications/0/holder");
        assertThat(holder.propertyNames()).containsExactly("code", "text");
    }

    @Test
    void theLawIsToldInTheRegistersWords() {
        waiting.vmmsTells(application("150", "APPLICANT", "\"holderClause\":\"Dövlət rüsumu haqqında Qanun\","));
        assertThat(waiting.track("en").at("/data/applications/0/holder/clause").asString())
                .isEqualTo("Dövlət rüsumu haqqında Qanun");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            120 |         | HAND_IN      | az | Gözlənilən sənədləri göstərilən günədək təqdim edin
            120 |         | HAND_IN      | ru | Представьте то, что ожидается
            120 |         | HAND_IN      | en | Hand in what is awaited
            150 | DUE     | PAY          | az | 30 gün ərzində rüsum ödənilməzsə, icazə ləğv edilir
            150 | DUE     | PAY          | ru | не позднее указанного дня
            150 | DUE     | PAY          | en | Pay the fee with the payment code by the day given
            150 | WITHOUT | AWAIT_NUMBER | az | Ödəniş kodu qərardan sonra üç gün ərzində burada görünəcək
            150 | WITHOUT | AWAIT_NUMBER | ru | Код платежа появится здесь
            150 | WITHOUT | AWAIT_NUMBER | en | The payment code appears here
            230 | LAPSED  | APPLY_ANEW   | az | Ödəniş artıq kömək etmir
            230 | LAPSED  | APPLY_ANEW   | ru | Подайте новое заявление
            230 | LAPSED  | APPLY_ANEW   | en | Paying no longer helps""")
    void theRemedyIsToldWithTheFeeThatItIsAbout(
            String status, String fee, String remedy, String language, String words) {
        waiting.vmmsTells(application(status, status.equals("230") ? "NONE" : "APPLICANT", fee(fee)));

        var told = waiting.track(language).at("/data/applications/0");

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
        waiting.itIs(today);
        waiting.vmmsTells(application("150", "APPLICANT", "\"holderUntil\":\"" + until + "\"," + fee("DUE")));
        assertThat(waiting.page(language)).contains(words, "class=\"remedy\"");
    }
}
