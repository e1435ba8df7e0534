package dev.qapi.gateway.dispatch;

import dev.qapi.eservice.Event;
import java.time.Instant;
import reactor.core.publisher.Mono;

/**
 * Takes an event to a recipient of one kind.
 *
 * @param <R> the kind
 */
public interface Carrier<R extends Recipient> {

    /** How an attempt ended. */
    enum Outcome {
        /** The next one can be sent. */
        TAKEN,
        /** It is sent again after a while. */
        NOT_TAKEN,
        /** Nothing is to be sent there any more. */
        GONE
    }

    /** Once, within the lease. An error is no outcome: another gateway tries again once the lease has run out. */
    Mono<Outcome> carry(R to, Event event);

    /**
     * Right before it is disabled; may come again if a gateway dies in between.
     *
     * @param failing since when it has taken nothing
     */
    Mono<Void> givenUp(R to, Instant failing);
}
