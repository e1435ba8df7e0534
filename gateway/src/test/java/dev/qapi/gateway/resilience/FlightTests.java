package dev.qapi.gateway.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qapi.eservice.Answer;
import dev.qapi.eservice.Evidence.Match;
import dev.qapi.eservice.Failure;
import dev.qapi.eservice.Failure.Unavailable;
import dev.qapi.eservice.Policy;
import dev.qapi.eservice.Register;
import dev.qapi.eservice.Source;
import dev.qapi.eservice.Sources;
import dev.qapi.gateway.support.GatewayTest;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ResponseEntity;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Whoever asks as soon as an answer is told is not told that answer again: the call that gave it is over. */
@GatewayTest
class FlightTests {

    private static final Said.Ask ASK = Said.Ask.about("C7654321");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Autowired
    Sources sources;

    @Autowired
    Clock clock;

    private final AtomicInteger calls = new AtomicInteger();

    private Source<Said.Ask, Said> source(Match match) {
        return sources.of(
                Register.VMMS,
                Said.class,
                Policy.NEVER_KEPT,
                ask -> Mono.delay(Duration.ofMillis(50))
                        .map(_ -> ResponseEntity.ok(Said.about(ask, match, clock.instant())))
                        .doOnSubscribe(_ -> calls.incrementAndGet()));
    }

    @Test
    void afterAnAnswer() {
        var source = source(Match.MATCHED);
        source.get(ASK).flatMap(_ -> source.get(ASK)).block(PATIENCE);
        assertThat(calls).hasValue(2);
    }

    @Test
    void afterADenial() {
        var source = source(Match.NO_MATCH);
        source.get(ASK)
                .onErrorResume(Failure.NotFound.class, _ -> source.get(ASK))
                .onErrorComplete(Failure.NotFound.class)
                .block(PATIENCE);
        assertThat(calls).hasValue(2);
    }

    @Test
    void oneThatIsLostIsGivenUpAndTheNextOneDeparts() {
        Source<Said.Ask, Said> lost = ask -> Mono.<Answer<Said>>never().doOnSubscribe(_ -> calls.incrementAndGet());
        var flights = new Flights<Said.Ask, Said>(Register.VMMS, Duration.ofMillis(100)).shared(lost);

        for (var i = 0; i < 2; i++) {
            StepVerifier.create(flights.get(ASK)).expectError(Unavailable.class).verify(PATIENCE);
        }
        assertThat(calls).hasValue(2);
    }

    @Test
    void oneThatEndsWithoutAWordIsAFailureAtOnce() {
        var flights = new Flights<Said.Ask, Said>(Register.VMMS, Duration.ofHours(1)).shared(_ -> Mono.empty());

        StepVerifier.create(flights.get(ASK)).expectError(Unavailable.class).verify(PATIENCE);
    }

    @Test
    void oneThatCannotEvenDepartIsAFailureAtOnce() {
        var flights = new Flights<Said.Ask, Said>(Register.VMMS, Duration.ofHours(1)).shared(_ -> {
            throw new IllegalStateException("cannot even be put together");
        });

        for (var i = 0; i < 2; i++) {
            StepVerifier.create(flights.get(ASK))
                    .expectError(IllegalStateException.class)
                    .verify(PATIENCE);
        }
    }

    @Test
    void butWhileItIsUnderWayTheyShareIt() {
        var source = source(Match.MATCHED);
        Mono.zip(source.get(ASK), source.get(ASK)).block(PATIENCE);
        assertThat(calls).hasValue(1);
    }
}
