package dev.qapi.services.deadlines;

import static dev.qapi.eservice.Caller.ANONYMOUS;
import static dev.qapi.eservice.Register.GATEWAY;

import dev.qapi.eservice.AllowedTo;
import dev.qapi.eservice.Answer;
import dev.qapi.eservice.Calendar;
import dev.qapi.eservice.EService;
import dev.qapi.eservice.Freshness;
import dev.qapi.eservice.Provenance;
import dev.qapi.eservice.Reliance;
import dev.qapi.eservice.Words;
import dev.qapi.law.Deadlines;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import reactor.core.publisher.Mono;

/** Tells by when what has to be done. It needs no register, and therefore always answers. */
@EService("deadlines")
class DeadlineCalculator {

    private static final ZoneId BAKU = ZoneId.of("Asia/Baku");

    private final Deadlines law = Deadlines.read();
    private final Clock clock;

    DeadlineCalculator(Clock clock) {
        this.clock = clock;
    }

    /** Those that have not passed. */
    @PostMapping("/calendar")
    @AllowedTo(ANONYMOUS)
    Mono<ResponseEntity<String>> calendar(DeadlineInquiry told, Words words) {
        return Mono.fromSupplier(() -> {
            var now = clock.instant();
            return new Calendar(calculated(told, now, words).entries(), now).answer();
        });
    }

    private Calculated calculated(DeadlineInquiry told, Instant now, Words words) {
        return Calculated.of(told, law, LocalDate.ofInstant(now, BAKU), words);
    }

    @PostMapping("/calculate")
    @AllowedTo(ANONYMOUS)
    Mono<Answer<Calculated>> calculate(DeadlineInquiry told, Words words) {
        return Mono.fromSupplier(() -> {
            var now = clock.instant();
            var calculated = calculated(told, now, words);
            return new Answer<>(
                    calculated,
                    now,
                    Freshness.FRESH,
                    calculated.isProvisional() ? Reliance.RECHECK_BEFORE_ACTING : Reliance.SAFE,
                    List.of(new Provenance(GATEWAY, GATEWAY, now, null)),
                    List.of());
        });
    }
}
