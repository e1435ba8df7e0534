package dev.qapi.gateway.portal;

import dev.qapi.contract.Exchange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What the pages say and lend while the registers are simulated: the contract's examples are persons to try. */
@Component
class Personas {

    private final boolean on;

    Personas(@Value("${qapi.sandbox:false}") boolean on) {
        this.on = on;
    }

    boolean areOffered() {
        return on;
    }

    /** The examples of an e-service's inquiry; outside the sandbox none. */
    List<Exchange> of(Offer offer) {
        var path = offer.inquiry().map(operation -> operation.path());
        return on && path.isPresent()
                ? offer.contract()
                        .exchanges(path.get())
                        .filter(example -> example.request() instanceof Map)
                        .filter(example -> example.status() != 401) // nobody is no persona
                        .toList()
                : List.of();
    }

    /** The form filled in for the persona of that name; empty if there is none. */
    Typed typed(Offer offer, @Nullable String persona, Form form) {
        return of(offer).stream()
                .filter(example -> example.name().equals(persona))
                .findFirst()
                .map(example -> Typed.of(form, input -> value(example.request(), input)))
                .orElse(Typed.NOTHING);
    }

    private static @Nullable String value(@Nullable Object request, String input) {
        var place = Optional.ofNullable(request);
        for (var step : input.split("\\.")) {
            place = place.map(
                    at -> at instanceof Map<?, ?> map ? map.get(step) : PartialDate.part(at.toString(), step));
        }
        return place.map(Object::toString).orElse(null);
    }
}
