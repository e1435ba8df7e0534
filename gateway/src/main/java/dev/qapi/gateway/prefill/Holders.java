package dev.qapi.gateway.prefill;

import dev.qapi.contract.Prefill;
import dev.qapi.eservice.Failure.Outage;
import dev.qapi.eservice.Failure.Unavailable;
import dev.qapi.eservice.Finding;
import dev.qapi.eservice.Person;
import dev.qapi.eservice.Policy;
import dev.qapi.eservice.Register;
import dev.qapi.eservice.Source;
import dev.qapi.eservice.Sources;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.service.registry.HttpServiceProxyRegistry;
import reactor.core.publisher.Mono;

/** Asks a register, and waits for it a little longer than one call may take: whoever files in time must get their receipt. */
@Component
class Holders {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Map<Place, Source<Asked, Held>> sources = new ConcurrentHashMap<>();
    private final Sources guarded;
    private final ObjectProvider<HttpServiceProxyRegistry> clients;

    Holders(Sources guarded, ObjectProvider<HttpServiceProxyRegistry> clients) {
        this.guarded = guarded;
        this.clients = clients;
    }

    /** An operation of a register: what several fields come from is asked once. */
    record Place(Register register, String search) {
        static Place of(Prefill field) {
            return new Place(field.register(), field.search());
        }
    }

    Mono<Finding<Held>> find(Place place, Person person) {
        return sources.computeIfAbsent(place, this::source)
                .find(Asked.about(person))
                .timeout(PATIENCE, Mono.fromSupplier(() -> tooSlow(place.register())));
    }

    private Source<Asked, Held> source(Place place) {
        var client = clients.getObject().getClient(place.register().name(), Holder.class);
        return guarded.of(place.register(), Held.class, Policy.NEVER_KEPT, asked -> client.find(place.search(), asked));
    }

    private static Finding<Held> tooSlow(Register register) {
        return new Finding.Silent<>(new Unavailable(register, Outage.TIMEOUT, Unavailable.USUALLY, null));
    }
}
