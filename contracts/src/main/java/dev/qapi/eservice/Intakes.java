package dev.qapi.eservice;

import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Empties {@link Intake}s into {@link Filing}s again and again, beside as many gateways as there are. */
public interface Intakes {

    /**
     * One message that fails holds up no other; it is tried again the next time.
     *
     * @param channel what it is called in metrics
     * @param file stores a message for good, with an {@link Attempt#message attempt} named after it, so that it is filed once
     *     however often it is fetched; fails with {@link dev.qapi.identifier.Malformed} if nothing can be made of it
     */
    <M> void of(String channel, Intake<M> inbox, Function<M, Mono<Receipt>> file);
}
