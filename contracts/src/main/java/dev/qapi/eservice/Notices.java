package dev.qapi.eservice;

import dev.qapi.identifier.EmailAddress;
import java.time.Instant;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * Where whoever calls, a person or a company, gets word of their events by e-mail: a parameter of a route, never read from what
 * they send. One address at most; before its code is repeated nothing but the code is sent there.
 */
public interface Notices {

    /** Whether any are sent here at all. */
    boolean areOffered();

    /** The address, if there is one. */
    Mono<Optional<Notice>> now();

    /** Sends a code to an address, which takes the place of the one before; nothing if it is confirmed already. */
    Mono<Notice> ask(EmailAddress address);

    /** Sends notices there from now on; an error unless it is the code that was sent to the address. */
    Mono<Notice> confirm(String code);

    /** Forgets the address. */
    Mono<Void> end();

    /** @param since when it came into its state */
    record Notice(EmailAddress address, State state, Instant since) {}

    /** Whether anything is sent. */
    enum State {
        /** Nothing but the code, which nobody has repeated yet. */
        PENDING,
        /** Everything that happens. */
        ACTIVE,
        /** Nothing any more, since the address has taken nothing for days. */
        DISABLED
    }
}
