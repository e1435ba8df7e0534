package dev.qapi.gateway;

import static dev.qapi.gateway.support.Purse.BILL;
import static dev.qapi.gateway.support.Purse.FINE;
import static dev.qapi.gateway.support.Purse.search;
import static dev.qapi.gateway.support.Purse.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.qapi.gateway.support.GatewayTest;
import dev.qapi.gateway.support.MovableClock;
import dev.qapi.gateway.support.Purse;
import dev.qapi.gateway.support.Vmms;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** What is payable is what two registers freshly agree on; "nothing to pay" is what both say. */
@GatewayTest
class PaymentsTests {

    private static final Duration OLD = Duration.ofSeconds(31);
    private static final UnaryOperator<ResponseDefinitionBuilder> DOWN = reply -> reply.withStatus(500);
    private static final UnaryOperator<ResponseDefinitionBuilder> ELSEWHERE =
            reply -> reply.withStatus(302).withHeader("Location", "/elsewhere");

    @Autowired
    WebTestClient http;

    @Autowired
    Vmms vmms;

    @Autowired
    MovableClock clock;

    @Autowired
    CircuitBreakerRegistry breakers;

    private Purse purse;

    @BeforeEach
    void healthy() {
        vmms.recover();
        breakers.getAllCircuitBreakers().forEach(it -> it.reset());
        purse = new Purse(vmms.wire());
        purse.both(FINE, BILL);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(payability(search(http, somebody()))).isEqualTo("PAYABLE"));
        breakers.getAllCircuitBreakers().forEach(it -> it.reset());
    }

    @AfterEach
    void onTime() {
        clock.beRight();
    }

    @Test
    void whatBothAgreeOnIsPayable() {
        purse.both(FINE, BILL);
        var told = search(http, somebody());
        assertThat(payability(told)).isEqualTo("PAYABLE");
        assertThat(told.at("/data/charges/0/payable").asBoolean()).isTrue();
        assertThat(told.at("/data/charges/0/effect/code").asString()).isEqualTo("LIFTS_ENTRY_BAR");
        assertThat(told.at("/data/totalDue").asString()).isEqualTo("350.00");
        assertThat(told.at("/sources/1/via").asString()).isEqualTo("GPP");
        assertThat(breakers.find("GPP/GPP")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "DUE, PAID, 350.00, PAID_NOT_YET_TOLD, PAID, 0.00",
        "PAID, OPEN, 350.00, ALREADY_PAID, PAID, 0.00",
        "PAID, PAID, 350.00, ALREADY_PAID, PAID, 0.00",
        "LAPSED, OPEN, 350.00, LAPSED, LAPSED, 0.00",
        "DUE, EXPIRED, 350.00, BILL_EXPIRED, DUE, 350.00",
        "DUE, OPEN, 35.00, AMOUNTS_DIFFER, DUE, 350.00"
    })
    void eachDisagreementIsAStateOfItsOwnAndNotPayable(
            String decided, String billed, String amount, String payability, String state, String total) {
        purse.both(FINE.replace("DUE", decided), BILL.replace("OPEN", billed).replace("350.00", amount));
        var told = search(http, somebody());
        isNotPayable(told, payability);
        assertThat(told.at("/data/charges/0/state/code").asString()).isEqualTo(state);
        assertThat(told.at("/data/totalDue").asString()).isEqualTo(total);
    }

    @Test
    void aChargeWithoutItsBillIsNotPayableNorABillWithoutItsCharge() {
        purse.both(FINE, "");
        isNotPayable(search(http, somebody()), "NO_BILL_YET");
        purse.both(FINE.replace("\"paymentNumber\":\"826288104467\",", ""), "");
        isNotPayable(search(http, somebody()), "NO_CODE_YET");
        purse.both("", BILL);
        isNotPayable(search(http, somebody()), "UNKNOWN_TO_MIGRATION_SERVICE");
    }

    @Test
    void whatOnlyOneTellsIsPartialAndNotPayable() {
        purse.decided(FINE, reply -> reply);
        purse.billed(BILL, DOWN);
        isPartial(search(http, somebody()), "08001");
        purse.decided(FINE, DOWN);
        purse.billed(BILL, reply -> reply);
        isPartial(search(http, somebody()), "07001");
    }

    private static void isPartial(JsonNode told, String code) {
        isNotPayable(told, "NOT_CONFIRMED");
        assertThat(told.path("freshness").asString()).isEqualTo("PARTIAL");
        assertThat(told.at("/missing/0/code").asString()).isEqualTo(code);
        assertThat(told.path("missing")).hasSize(1);
    }

    @Test
    void nothingIsToldOnlyIfBothSaySo() {
        purse.both("", "");
        assertThat(search(http, somebody()).at("/data/verdict").asString()).isEqualTo("NO_CHARGES");
        purse.billed("", DOWN);
        isNoAnswer(search(http, somebody()), "08001");
        purse.billed("", reply -> reply);
        purse.decided("", DOWN);
        isNoAnswer(search(http, somebody()), "07001");
    }

    @Test
    void whatIsPaidByTheWordOfOneIsNoNothingToPay() {
        purse.decided(FINE.replace("DUE", "PAID"), reply -> reply);
        purse.billed("", DOWN);
        assertThat(search(http, somebody()).at("/data/verdict").asString()).isEqualTo("NOT_CERTAIN");
    }

    @ParameterizedTest
    @CsvSource({"documentNumber, P9999999", "birthDate, 1978-09-03", "citizenship, GEO", "paymentNumber, 826288104468"})
    void anAnswerAboutSomebodyElseIsNone(String field, String other) {
        purse.decided("", reply -> reply);
        purse.billed("", reply -> reply.withBody("""
                {"outcome":"MATCHED","asOf":"{{now}}","complete":true,"bills":[],"subject":%s}""".formatted(subject(field, other))));
        isNoAnswer(search(http, somebody()), "08050");
    }

    private static String subject(String field, String other) {
        var others = new LinkedHashMap<String, String>();
        for (var name : new String[] {"documentNumber", "birthDate", "citizenship"}) {
            others.put(name, "{{jsonPath request.body '$." + name + "'}}");
        }
        others.put(field, other);
        return others.entrySet().stream()
                .map(it -> "\"" + it.getKey() + "\":\"" + it.getValue() + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }

    @Test
    void aFieldThatWeDoNotKnowBesideAnEmptyListIsNoNothing() {
        purse.decided("", reply -> reply);
        purse.billed("],\"invoices\":[", reply -> reply);
        isNoAnswer(search(http, somebody()), "08050");
    }

    @Test
    void aKeptAnswerStandsInForTenMinutesAndIsNotPayable() {
        var asked = somebody();
        purse.both(FINE, BILL);
        assertThat(payability(search(http, asked))).isEqualTo("PAYABLE");
        purse.billed(BILL, reply -> reply.withFault(Fault.CONNECTION_RESET_BY_PEER));
        assertThat(payability(search(http, asked))).isEqualTo("PAYABLE"); // kept, and still fresh
        clock.goOn(OLD);
        var told = search(http, asked);
        isNotPayable(told, "OLD_ANSWER");
        assertThat(told.path("freshness").asString()).isEqualTo("STALE");
        assertThat(told.path("reliance").asString()).isEqualTo("RECHECK_BEFORE_ACTING");
        clock.goOn(Duration.ofMinutes(10)); // what VMMS says is of ten minutes ago then
        isNoAnswer(search(http, asked), "07050");
    }

    @Test
    void aKeptNothingIsNoNothing() {
        var asked = somebody();
        purse.both("", "");
        search(http, asked);
        purse.billed("", DOWN);
        clock.goOn(OLD);
        isNoAnswer(search(http, asked), "08001");
    }

    @Test
    void afterASecurityEventNothingStandsInUntilTheRegisterHasAnsweredAgain() {
        var asked = somebody();
        purse.both(FINE, BILL);
        search(http, asked);
        clock.goOn(OLD);
        purse.billed(BILL, ELSEWHERE);
        isPartial(search(http, asked), "08050");
        purse.billed(BILL, DOWN);
        isPartial(search(http, asked), "08001");
        purse.billed(BILL, reply -> reply);
        search(http, somebody());
        purse.billed(BILL, DOWN);
        isNotPayable(search(http, asked), "OLD_ANSWER");
    }

    @Test
    void thePageTellsEachChargeAndHowToPay() {
        assertThat(page("document.number=P7654321&document.type=PASSPORT&birthDate.year=1978&citizenship=IRN"))
                .contains("350.00 AZN", "826288104467", "Paying lifts the entry bar", "20 September 2026")
                .contains("How to pay", "PR-2026-004417");
    }

    /** And the form does not insist on the fields of the other ways. */
    @Test
    void thePageNamesTheThreeWaysIfNoneOrSeveralAreTaken() {
        assertThat(page("")).contains("Fill in one of the three only", " novalidate ", "name=\"_way\"");
        assertThat(page("paymentNumber=826288104467&protocolNumber=PR-2026-004417"))
                .contains("Fill in one of the three only");
    }

    private String page(String form) {
        return String.valueOf(http.post()
                .uri("/payments?lang=en")
                .header("Accept", "text/html")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue(form)
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private static String payability(JsonNode told) {
        return told.at("/data/charges/0/payability/code").asString();
    }

    private static void isNotPayable(JsonNode told, String why) {
        assertThat(payability(told)).isEqualTo(why);
        assertThat(told.at("/data/charges/0/payability/text").asString()).isNotBlank();
        assertThat(told.at("/data/charges/0/payable").asBoolean()).isFalse();
    }

    private static void isNoAnswer(JsonNode told, String code) {
        assertThat(told.path("code").asString()).isEqualTo(code);
        assertThat(told.has("data")).isFalse();
    }
}
