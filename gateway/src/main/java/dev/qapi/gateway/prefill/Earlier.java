package dev.qapi.gateway.prefill;

import dev.qapi.eservice.Attempt;
import dev.qapi.eservice.Supplied;
import java.util.List;
import reactor.core.publisher.Mono;

/** Knows what was supplied when just that was filed before: what is sent twice is one, be the register silent by then. */
@FunctionalInterface
public interface Earlier {
    /** Empty if the attempt has filed nothing yet. */
    Mono<List<Supplied>> of(String eservice, Attempt attempt);
}
