package dev.qapi.services.status;

import static dev.qapi.eservice.Caller.ANONYMOUS;
import static dev.qapi.eservice.Register.GATEWAY;

import dev.qapi.eservice.Acceptance;
import dev.qapi.eservice.AllowedTo;
import dev.qapi.eservice.Answer;
import dev.qapi.eservice.EService;
import dev.qapi.eservice.Freshness;
import dev.qapi.eservice.Missing;
import dev.qapi.eservice.Provenance;
import dev.qapi.eservice.PublicAnswer;
import dev.qapi.eservice.Reliance;
import dev.qapi.eservice.Statistics;
import dev.qapi.eservice.Words;
import java.time.Clock;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import reactor.core.publisher.Mono;

/** Tells everybody how the services do, before they fill in a form. It asks nobody, so it answers whatever is down. */
@EService("status")
class Status {

    /** As long as the store is away, what is in it is not known, and nothing is accepted. */
    private static final Missing UNSEEN = new Missing("/data/outages", "00017", 5);

    private final Statistics statistics;
    private final Acceptance acceptance;
    private final Clock clock;

    Status(Statistics statistics, Acceptance acceptance, Clock clock) {
        this.statistics = statistics;
        this.acceptance = acceptance;
        this.clock = clock;
    }

    @GetMapping
    @PublicAnswer(maxAge = 5)
    @AllowedTo(ANONYMOUS)
    Mono<Answer<Health>> status(Words words) {
        return Mono.fromSupplier(() -> {
            var now = clock.instant();
            var outages = acceptance.outages();
            return new Answer<>(
                    Health.of(statistics, outages.orElse(null), words),
                    now,
                    Freshness.FRESH,
                    Reliance.SAFE,
                    List.of(new Provenance(GATEWAY, GATEWAY, now, null)),
                    outages.isPresent() ? List.of() : List.of(UNSEEN));
        });
    }
}
