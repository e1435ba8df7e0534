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
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.ResponseEntity;

/** A broken guard: it believes whatever can be read, about whomever and of whenever. */
public final class CredulousJudge extends Judge {

    private final Clock clock;

    private CredulousJudge(Clock clock) {
        super(clock);
        this.clock = clock;
    }

    /** Takes the place of the one who doubts. */
    public static void sits(GenericApplicationContext beans) {
        beans.registerBean(
                "credulousJudge",
                Judge.class,
                () -> new CredulousJudge(beans.getBean(Clock.class)),
                bean -> bean.setPrimary(true));
    }

    @Override
    <I extends Inquiry, R extends Evidence<I>> Answer<R> judge(
            Route route, Policy policy, I inquiry, ResponseEntity<R> reply) {
        var evidence = reply.getBody();
        if (evidence == null) {
            throw new Failure.Untrusted(route.register(), "empty", null);
        }
        var provenance = new Provenance(
                route.register(), route.via(), clock.instant(), Ehis.requestHash(route, reply.getHeaders()));
        return new Kept<>(evidence, evidence.asOf(), provenance).as(Freshness.FRESH);
    }
}
