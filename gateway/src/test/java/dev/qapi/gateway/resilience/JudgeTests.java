package dev.qapi.gateway.resilience;

import static dev.qapi.eservice.Evidence.Match.AMBIGUOUS;
import static dev.qapi.eservice.Evidence.Match.MATCHED;
import static dev.qapi.eservice.Evidence.Match.NO_MATCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.qapi.eservice.Answer;
import dev.qapi.eservice.Evidence.Match;
import dev.qapi.eservice.Failure;
import dev.qapi.eservice.Freshness;
import dev.qapi.eservice.Policy;
import dev.qapi.eservice.Register;
import dev.qapi.eservice.Reliance;
import dev.qapi.gateway.registers.Route;
import dev.qapi.gateway.resilience.Said.Ask;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.ResponseEntity;

class JudgeTests {

    private static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");
    private static final Ask ASK = Ask.about("C01234567");

    private final Judge judge = new Judge(Clock.fixed(NOW, ZoneOffset.UTC));

    private Answer<Said> judge(ResponseEntity<Said> reply) {
        return judge.judge(new Route(Register.VMMS, Register.EHIS), Policy.NEVER_KEPT, ASK, reply);
    }

    private void isDoubted(String why, ResponseEntity<Said> reply) {
        assertThatExceptionOfType(Failure.Untrusted.class)
                .isThrownBy(() -> judge(reply))
                .returns(why, Failure.Untrusted::why)
                .returns("07050", Failure::code);
    }

    @Test
    void positiveEvidenceIsAnAnswer() {
        var reply = ResponseEntity.ok()
                .header("X-Road-Request-Hash", "sha-512:x")
                .body(Said.about(ASK, MATCHED, NOW.minusSeconds(1)));
        var answer = judge(reply);
        assertThat(answer.freshness()).isEqualTo(Freshness.FRESH);
        assertThat(answer.reliance()).isEqualTo(Reliance.SAFE);
        assertThat(answer.asOf()).isEqualTo(NOW.minusSeconds(1));
        assertThat(answer.sources().getFirst().fetchedAt()).isEqualTo(NOW);
        assertThat(answer.sources().getFirst().requestHash()).isEqualTo("sha-512:x");
    }

    @Test
    void nobodyAndMoreThanOneAreFailuresOfTheirOwn() {
        assertThatExceptionOfType(Failure.NotFound.class)
                .isThrownBy(() -> judge(ResponseEntity.ok(Said.about(ASK, NO_MATCH, NOW))));
        assertThatExceptionOfType(Failure.Ambiguous.class)
                .isThrownBy(() -> judge(ResponseEntity.ok(Said.about(ASK, AMBIGUOUS, NOW))));
    }

    @ParameterizedTest
    @EnumSource(Match.class)
    void whateverItSaysItMustBeWholeAboutThePersonAndOfNow(Match match) {
        var good = Said.about(ASK, match, NOW);
        isDoubted("incomplete", ResponseEntity.ok(new Said(match, NOW, false, ASK.document(), "")));
        isDoubted("another-subject", ResponseEntity.ok(Said.about(Ask.about("C01234568"), match, NOW)));
        isDoubted("out-of-date", ResponseEntity.ok(Said.about(ASK, match, NOW.minus(Duration.ofMinutes(6)))));
        isDoubted("out-of-date", ResponseEntity.ok(Said.about(ASK, match, Instant.MIN)));
        isDoubted("out-of-date", ResponseEntity.ok(Said.about(ASK, match, Instant.MAX)));
        isDoubted("status", ResponseEntity.status(201).body(good));
        isDoubted("status", ResponseEntity.status(203).body(good));
        isDoubted("status", ResponseEntity.status(206).body(good));
    }

    @Test
    void silenceIsNoAnswer() {
        isDoubted("empty", ResponseEntity.ok().build());
        isDoubted("status", ResponseEntity.noContent().build());
    }

    @ParameterizedTest
    @ValueSource(longs = {-30_000, 0, 300_000})
    void atTheLimitsOfItsAgeItStands(long age) {
        assertThat(judge(ResponseEntity.ok(Said.about(ASK, MATCHED, NOW.minusMillis(age)))))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(longs = {-30_001, 300_001})
    void beyondThemItDoesNot(long age) {
        isDoubted("out-of-date", ResponseEntity.ok(Said.about(ASK, MATCHED, NOW.minusMillis(age))));
    }
}
