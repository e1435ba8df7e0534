package dev.qapi.services.catalogue;

import static dev.qapi.eservice.Caller.ANONYMOUS;
import static dev.qapi.eservice.Register.GATEWAY;

import dev.qapi.eservice.AllowedTo;
import dev.qapi.eservice.Answer;
import dev.qapi.eservice.EService;
import dev.qapi.eservice.Freshness;
import dev.qapi.eservice.Provenance;
import dev.qapi.eservice.PublicAnswer;
import dev.qapi.eservice.Reliance;
import dev.qapi.eservice.Words;
import java.time.Clock;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import reactor.core.publisher.Mono;

/** Tells where each electronic service is, how long it takes and what it costs. It asks nobody. */
@EService("catalogue")
class ServiceCatalogue {

    private final Provenance ourselves;

    ServiceCatalogue(Clock clock) {
        this.ourselves = new Provenance(GATEWAY, GATEWAY, clock.instant(), null);
    }

    /** As of the start: the catalogue is part of the program. */
    @GetMapping
    @PublicAnswer
    @AllowedTo(ANONYMOUS)
    Mono<Answer<Listed>> catalogue(Words words) {
        return Mono.fromSupplier(() -> new Answer<>(
                Listed.in(words),
                ourselves.fetchedAt(),
                Freshness.FRESH,
                Reliance.SAFE,
                List.of(ourselves),
                List.of()));
    }
}
