package dev.qapi.gateway;

import static dev.qapi.eservice.Register.ENFORCEMENT;
import static dev.qapi.eservice.Register.IAMAS;
import static dev.qapi.eservice.Register.VMMS;
import static dev.qapi.gateway.support.Bars.ASKED;
import static dev.qapi.gateway.support.Bars.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qapi.eservice.Register;
import dev.qapi.gateway.support.Bars;
import dev.qapi.gateway.support.GatewayTest;
import dev.qapi.gateway.support.Vmms;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** What two registers together mean, and what a third factor opens. */
@GatewayTest
class RestrictionsTests {

    private static final String NOBODY = NONE.replace("MATCHED", "NO_MATCH");
    private static final String AMBIGUOUS = NONE.replace("MATCHED", "AMBIGUOUS");
    private static final String CHARGES = NONE.replace("\"restrictions\":[]", """
            "charges":[{"kind":"FINE","code":"575.1","clause":"575.1","amount":"350.00","paymentNumber":"826288104467",\
            "protocolNumber":"PR-2026-004417","decidedOn":"2026-08-11","dueBy":"2026-09-20","state":"DUE","barsEntry":true}]""");
    private static final String CASES = NONE.replace("\"restrictions\":[]", """
            "applications":[{"number":"MR-2026-0000001","issued":[{"kind":"DECISION","number":"İQ-2026-04417"},\
            {"kind":"CARD","number":"MYİ0012345"}]}]""");

    @Autowired
    WebTestClient http;

    @Autowired
    Vmms vmms;

    @Autowired
    CircuitBreakerRegistry breakers;

    private Bars bars;

    @BeforeEach
    void restrictedByBoth() {
        vmms.recover();
        breakers.getAllCircuitBreakers().forEach(it -> it.reset());
        bars = new Bars(vmms.wire());
        bars.restricts(IAMAS);
        bars.restricts(ENFORCEMENT);
        bars.replies(".*/charges/search", reply -> reply.withBody(CHARGES));
        bars.replies(".*/applications/search", reply -> reply.withBody(CASES));
    }

    @ParameterizedTest
    @CsvSource({
        "NONE, NONE, NO_RESTRICTION",
        "NONE, NOBODY, NOT_MATCHED",
        "NOBODY, NONE, NOT_MATCHED",
        "NOBODY, NOBODY, NOT_MATCHED",
        "NONE, AMBIGUOUS, 09005",
        "AMBIGUOUS, NOBODY, 04005",
        "RESTRICTED, NONE, RESTRICTED",
        "NONE, RESTRICTED, RESTRICTED",
        "RESTRICTED, RESTRICTED, RESTRICTED",
        "RESTRICTED, NOBODY, RESTRICTED",
        "NOBODY, RESTRICTED, RESTRICTED",
        "RESTRICTED, AMBIGUOUS, RESTRICTED"
    })
    void aRestrictionCountsAndNoneNeedsBoth(String border, String debts, String verdict) {
        say(IAMAS, border);
        say(ENFORCEMENT, debts);
        var told = ask("");
        assertThat(told.at("/data/verdict").asString(told.path("code").asString()))
                .isEqualTo(verdict);
        assertThat(told.at("/data/restrictions").isMissingNode()).isEqualTo(!verdict.equals("RESTRICTED"));
        assertThat(told.path("reliance").asString().equals("SAFE"))
                .isEqualTo(verdict.equals("NO_RESTRICTION")
                        || verdict.equals("RESTRICTED") && told.path("missing").isEmpty());
    }

    private void say(Register register, String what) {
        switch (what) {
            case "NONE" -> bars.none(register);
            case "NOBODY" -> bars.says(register, NOBODY);
            case "AMBIGUOUS" -> bars.says(register, AMBIGUOUS);
            default -> bars.restricts(register);
        }
    }

    @Test
    void withoutAThirdFactorNobodyIsToldWhy() {
        vmms.forgetCalls();
        var told = ask("");
        assertThat(vmms.calls()).isEqualTo(2);
        assertThat(told.at("/data/restrictions"))
                .hasSize(2)
                .allSatisfy(one -> assertThat(one.propertyNames())
                        .containsExactlyInAnyOrder("direction", "curable", "authority", "remedy"));
    }

    @Test
    void theProtocolOfTheVeryFineOpensThatRestrictionOnly() {
        var told = ask(",\"protocolNumber\":\"pr 2026-004417\"");
        assertThat(told.at("/data/restrictions/0/cause/ground/code").asString()).isEqualTo("UNPAID_FINE");
        assertThat(told.at("/data/restrictions/0/charge/paymentNumber").asString())
                .isEqualTo("826288104467");
        assertThat(told.at("/data/restrictions/0/remedy/code").asString()).isEqualTo("PAY_FINE");
        assertThat(told.at("/data/restrictions/1").has("cause")).isFalse();
        assertThat(told.at("/sources/2/register").asString()).isEqualTo("VMMS");
    }

    @ParameterizedTest
    @CsvSource({"applicationNumber, MR-2026-0000001", "decisionNumber, iq 2026 04417"})
    void aPaperOfThePersonOpensAll(String field, String number) {
        var told = ask(",\"" + field + "\":\"" + number + "\"");
        assertThat(told.at("/data/restrictions/0/charge/amount").asString()).isEqualTo("350.00");
        assertThat(told.at("/data/restrictions/1/cause/debt/amount").asString()).isEqualTo("8400.00");
        assertThat(told.at("/data/restrictions/1/remedy/code").asString()).isEqualTo("PAY_DEBT");
    }

    /** Byte for byte but for the moments, with the register well or down, so that guessing teaches nothing. */
    @ParameterizedTest
    @CsvSource({
        "protocolNumber, PR-2026-004418, true",
        "protocolNumber, PR-2026-004418, false",
        "applicationNumber, MR-2026-0000002, true",
        "decisionNumber, MYI0012345, true",
        "decisionNumber, IQ-2026-04418, true"
    })
    void aWrongThirdFactorIsAnsweredLikeNone(String field, String number, boolean well) {
        var bare = ask("");
        if (!well) {
            bars.replies(VMMS, reply -> reply.withStatus(500));
        }
        assertThat(timeless(ask(",\"" + field + "\":\"" + number + "\""))).isEqualTo(timeless(bare));
    }

    @Test
    void ofSeveralNumbersEachHasToBeRight() {
        var bare = timeless(ask(""));
        assertThat(timeless(ask(",\"protocolNumber\":\"PR-2026-004417\",\"applicationNumber\":\"MR-2026-0000002\"")))
                .isEqualTo(bare);
        assertThat(timeless(ask(",\"protocolNumber\":\"PR-2026-004418\",\"applicationNumber\":\"MR-2026-0000001\"")))
                .isEqualTo(bare);
        assertThat(ask(",\"protocolNumber\":\"PR-2026-004417\",\"applicationNumber\":\"MR-2026-0000001\"")
                        .at("/data/restrictions/0")
                        .has("cause"))
                .isTrue();
    }

    @Test
    void whoeverHasNoApplicationHasNotTheOneNamed() {
        var bare = timeless(ask(""));
        bars.replies(".*/applications/search", reply -> reply.withBody(NOBODY.replace("restrictions", "applications")));
        assertThat(timeless(ask(",\"applicationNumber\":\"MR-2026-0000001\""))).isEqualTo(bare);
    }

    @ParameterizedTest
    @CsvSource({
        "protocolNumber, PR-2026-004417, /data/restrictions/0/charge",
        "applicationNumber, MR-2026-0000001, /data/restrictions/0/cause",
        "applicationNumber, MR-2026-0000002, /data/restrictions/0/cause"
    })
    void theVerdictStandsWhenOnlyTheChargeCannotBeHad(String field, String number, String missing) {
        bars.replies(VMMS, reply -> reply.withStatus(500));
        var told = ask(",\"" + field + "\":\"" + number + "\"");
        assertThat(told.at("/data/verdict").asString()).isEqualTo("RESTRICTED");
        assertThat(told.path("freshness").asString()).isEqualTo("PARTIAL");
        assertThat(told.path("missing").findValuesAsString("path")).contains(missing, "/data/restrictions/0/charge");
        assertThat(told.at("/missing/0/code").asString()).isEqualTo("07001");
        assertThat(told.at("/missing/0/retryAfter").asInt()).isEqualTo(5);
    }

    @ParameterizedTest
    @EnumSource(names = {"IAMAS", "ENFORCEMENT"})
    void vmmsNeitherMakesNorUnmakesAVerdict(Register silent) {
        bars.none(IAMAS);
        bars.none(ENFORCEMENT);
        bars.replies(VMMS, reply -> reply.withStatus(500));
        assertThat(ask(",\"protocolNumber\":\"PR-2026-004417\"")
                        .at("/data/verdict")
                        .asString())
                .isEqualTo("NO_RESTRICTION");
        bars.replies(silent, reply -> reply.withStatus(500));
        assertThat(ask(",\"protocolNumber\":\"PR-2026-004417\"").path("code").asString())
                .isEqualTo(silent.family() + "006");
    }

    @Test
    void aPaidFineThatTheBorderHasNotHeardOfIsToBeWaitedFor() {
        bars.replies(".*/charges/search", reply -> reply.withBody(CHARGES.replace("DUE", "PAID")));
        assertThat(ask(",\"protocolNumber\":\"PR-2026-004417\"")
                        .at("/data/restrictions/0/remedy/code")
                        .asString())
                .isEqualTo("WAIT_FOR_LIFTING");
    }

    private JsonNode ask(String thirdFactor) {
        return Bars.check(http, ASKED.replaceAll("}$", thirdFactor + "}"));
    }

    private static String timeless(JsonNode told) {
        return told.toString().replaceAll("\"(asOf|fetchedAt)\":\"[^\"]*\"", "$1");
    }
}
