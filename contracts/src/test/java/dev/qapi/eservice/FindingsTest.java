package dev.qapi.eservice;

import static dev.qapi.eservice.Freshness.CACHED;
import static dev.qapi.eservice.Freshness.FRESH;
import static dev.qapi.eservice.Freshness.PARTIAL;
import static dev.qapi.eservice.Register.ENFORCEMENT;
import static dev.qapi.eservice.Register.IAMAS;
import static dev.qapi.eservice.Reliance.RECHECK_BEFORE_ACTING;
import static dev.qapi.eservice.Reliance.SAFE;
import static dev.qapi.eservice.Truth.FALSE;
import static dev.qapi.eservice.Truth.TRUE;
import static dev.qapi.eservice.Truth.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.qapi.eservice.Failure.Outage;
import dev.qapi.eservice.Failure.Unavailable;
import dev.qapi.eservice.Finding.Said;
import dev.qapi.eservice.Finding.Silent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Several sources together know no more than they said. */
class FindingsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "TRUE, TRUE, TRUE", "TRUE, FALSE, TRUE", "TRUE, UNKNOWN, TRUE",
        "FALSE, TRUE, TRUE", "FALSE, FALSE, FALSE", "FALSE, UNKNOWN, UNKNOWN",
        "UNKNOWN, TRUE, TRUE", "UNKNOWN, FALSE, UNKNOWN", "UNKNOWN, UNKNOWN, UNKNOWN"
    })
    void anyIsKleenesOr(Truth one, Truth other, Truth both) {
        assertThat(Truth.any(one, other)).isEqualTo(both);
    }

    @ParameterizedTest
    @EnumSource
    void aloneItIsItself(Truth alone) {
        assertThat(Truth.any(alone)).isEqualTo(alone);
    }

    @Test
    void whomNobodyWasAskedAboutIsNotClear() {
        assertThat(Truth.any()).isEqualTo(UNKNOWN);
    }

    @Test
    void onlyAnAnswerSaysYesOrNo() {
        assertThat(said(IAMAS, 0, FRESH, SAFE).says("said"::equals)).isEqualTo(TRUE);
        assertThat(said(IAMAS, 0, FRESH, SAFE).says("else"::equals)).isEqualTo(FALSE);
        assertThat(silent(down(IAMAS, 5)).says(_ -> true)).isEqualTo(UNKNOWN);
        assertThat(silent(down(IAMAS, 5)).says(_ -> false)).isEqualTo(UNKNOWN);
        assertThat(silent(nobody(IAMAS)).says(_ -> false)).isEqualTo(UNKNOWN);
    }

    @Test
    void theWholeIsAsOldAndAsWeakAsItsWorstPart() {
        var answer = Findings.of(said(IAMAS, 9, FRESH, RECHECK_BEFORE_ACTING), said(ENFORCEMENT, 2, CACHED, SAFE))
                .tell("told", SAFE, List.of());
        assertThat(answer.asOf()).isEqualTo(NOW.minusSeconds(9));
        assertThat(answer.freshness()).isEqualTo(CACHED);
        assertThat(answer.reliance()).isEqualTo(RECHECK_BEFORE_ACTING);
        assertThat(answer.sources()).extracting(Provenance::register).containsExactly(IAMAS, ENFORCEMENT);
        assertThat(answer.missing()).isEmpty();
    }

    @Test
    void whatIsMissingMakesItPartialAndNamesItsCause() {
        var down = down(ENFORCEMENT, 7);
        var answer = Findings.of(said(IAMAS, 1, FRESH, SAFE), silent(down))
                .tell("told", RECHECK_BEFORE_ACTING, List.of(Missing.because(down, "/data/x")));
        assertThat(answer.freshness()).isEqualTo(PARTIAL);
        assertThat(answer.reliance()).isEqualTo(RECHECK_BEFORE_ACTING);
        assertThat(answer.sources()).extracting(Provenance::register).containsExactly(IAMAS);
        assertThat(answer.missing()).containsExactly(new Missing("/data/x", "09001", 7));
    }

    @Test
    void whoeverKnowsNobodyIsASourceTooAndIsNotAskedAgain() {
        var findings = Findings.of(silent(nobody(IAMAS)), said(ENFORCEMENT, 1, FRESH, SAFE));
        assertThat(findings.areAllHeard()).isTrue();
        assertThat(findings.tell("told", SAFE, List.of()).sources()).hasSize(2);
        assertThat(Missing.because(nobody(IAMAS), "/x").retryAfter()).isZero();
        assertThatIllegalStateException().isThrownBy(findings::undecided);
    }

    @Test
    void anOutageIsToldBeforeAnythingElseAndTheLongestIsWaitedFor() {
        var ambiguous = new Failure.Ambiguous(IAMAS);
        assertThat(Findings.of(silent(ambiguous), silent(nobody(ENFORCEMENT))).undecided())
                .isSameAs(ambiguous);
        assertThat(Findings.of(silent(ambiguous), silent(down(ENFORCEMENT, 5))).undecided())
                .isInstanceOf(Failure.Undecided.class)
                .returns("09006", Failure::code);
        assertThat(Findings.of(silent(down(IAMAS, 5)), silent(down(ENFORCEMENT, 30)))
                        .undecided())
                .returns("04006", Failure::code)
                .returns(Duration.ofSeconds(30), Failure::retryAfter);
    }

    @Test
    void ofSilenceNothingIsTold() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Findings.of(silent(down(IAMAS, 5))).tell("told", SAFE, List.of()));
    }

    private static Finding<String> said(Register register, int age, Freshness freshness, Reliance reliance) {
        return new Said<>(
                new Answer<>("said", NOW.minusSeconds(age), freshness, reliance, List.of(from(register)), List.of()));
    }

    private static Finding<String> silent(Failure failure) {
        return new Silent<>(failure);
    }

    private static Failure down(Register register, int seconds) {
        return new Unavailable(register, Outage.DOWN, Duration.ofSeconds(seconds), null);
    }

    private static Failure nobody(Register register) {
        return new Failure.NotFound(NOW, from(register));
    }

    private static Provenance from(Register register) {
        return new Provenance(register, Register.EHIS, NOW, null);
    }
}
