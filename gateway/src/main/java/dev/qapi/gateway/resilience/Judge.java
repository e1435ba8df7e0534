package dev.qapi.gateway.resilience;

import dev.qapi.eservice.Answer;
import dev.qapi.eservice.Evidence;
import dev.qapi.eservice.Failure;
import dev.qapi.eservice.Freshness;
import dev.qapi.eservice.Inquiry;
import dev.qapi.eservice.Policy;
import dev.qapi.eservice.Provenance;
import dev.qapi.gateway.registers.Ehis;
import dev.qapi.gateway.registers.Route;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Turns a decoded reply into positive evidence, or into the {@link Failure} that says why there is none. */
@Component
class Judge {

    private static final Duration AHEAD = Duration.ofSeconds(30);

    private final Clock clock;

    Judge(Clock clock) {
        this.clock = clock;
    }

    /** @throws Failure whenever the reply does not prove what it says */
    <I extends Inquiry, R extends Evidence<I>> Answer<R> judge(
            Route route, Policy policy, I inquiry, ResponseEntity<R> reply) {
        var evidence = reply.getBody();
        var doubt = doubt(policy, inquiry, reply, evidence);
        if (doubt != null || evidence == null) {
            throw new Failure.Untrusted(route.register(), doubt == null ? "empty" : doubt, null);
        }
        var provenance = new Provenance(
                route.register(), route.via(), clock.instant(), Ehis.requestHash(route, reply.getHeaders()));
        return switch (evidence.match()) {
            case NO_MATCH -> throw new Failure.NotFound(evidence.asOf(), provenance);
            case AMBIGUOUS -> throw new Failure.Ambiguous(route.register());
            case MATCHED -> new Kept<>(evidence, evidence.asOf(), provenance).as(Freshness.FRESH);
        };
    }

    private <I extends Inquiry, R extends Evidence<I>> @Nullable String doubt(
            Policy policy, I inquiry, ResponseEntity<R> reply, @Nullable R evidence) {
        if (reply.getStatusCode() != HttpStatus.OK) {
            return "status";
        }
        if (evidence == null) {
            return "empty";
        }
        if (!evidence.complete()) {
            return "incomplete";
        }
        if (!evidence.isAbout(inquiry)) {
            return "another-subject";
        }
        var age = Duration.between(evidence.asOf(), clock.instant());
        return age.compareTo(policy.evidence()) > 0 || age.compareTo(AHEAD.negated()) < 0 ? "out-of-date" : null;
    }
}
