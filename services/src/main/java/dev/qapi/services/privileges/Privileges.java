package dev.qapi.services.privileges;

import static dev.qapi.eservice.Caller.ANONYMOUS;
import static dev.qapi.eservice.Register.GATEWAY;

import dev.qapi.eservice.AllowedTo;
import dev.qapi.eservice.Answer;
import dev.qapi.eservice.EService;
import dev.qapi.eservice.Freshness;
import dev.qapi.eservice.Provenance;
import dev.qapi.eservice.Reliance;
import dev.qapi.eservice.Rights;
import dev.qapi.eservice.Words;
import java.time.Clock;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import reactor.core.publisher.Mono;

/** Tells everybody what they may do here, so that a portal need not find out by being refused. It asks nobody. */
@EService("privileges")
class Privileges {

    private final Clock clock;

    Privileges(Clock clock) {
        this.clock = clock;
    }

    @GetMapping
    @AllowedTo(ANONYMOUS)
    Mono<Answer<Allowed>> privileges(Rights rights, Words words) {
        return Mono.fromSupplier(() -> {
            var now = clock.instant();
            return new Answer<>(
                    Allowed.of(rights, words),
                    now,
                    Freshness.FRESH,
                    Reliance.SAFE,
                    List.of(new Provenance(GATEWAY, GATEWAY, now, null)),
                    List.of());
        });
    }
}
