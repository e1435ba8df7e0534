package dev.qapi.eservice;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Where people leave what they file, outside the gateway: a citizens' portal, a mailbox. It keeps a message until that is taken.
 *
 * @param <M> a message as the inbox knows it
 */
public interface Intake<M> {

    /** What nobody has taken yet, the oldest first; a {@link Failure} if the inbox does not answer. */
    Flux<M> waiting();

    /** Takes it away, now that it is stored here; its sender is told the receipt. Taking it twice does no harm. */
    Mono<Void> taken(M message, Receipt receipt);

    /** Nothing can be made of it, and trying again will not help. It stays where it is, unless the inbox knows better. */
    default Mono<Void> unreadable(M message) {
        return Mono.empty();
    }
}
