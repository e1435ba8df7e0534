package dev.qapi.eservice;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The events of whoever calls, kept for 30 days, in the order in which they became known: a parameter of a route, never
 * read from what they send.
 */
public interface Inbox {

    /**
     * The oldest first.
     *
     * @param after what was read before; null from the oldest that is kept
     * @param most so many at once
     */
    Mono<Page> since(@Nullable EventId after, int most);

    /**
     * The newest first.
     *
     * @param before where the page before ended; null for the first
     */
    Mono<Page> latest(@Nullable EventId before, int most);

    /**
     * Those that are known, and then each that becomes known, until whoever calls is logged out or their token expires; nothing
     * in between, now and then, to keep the connection. It ends from time to time and is to be asked for again from where it was.
     *
     * @param after what was read before; null for those from now on only
     */
    Flux<Optional<Event>> live(@Nullable EventId after);

    /** @param more whether there are further ones */
    record Page(List<Event> events, boolean more) {}
}
