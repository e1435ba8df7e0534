package dev.qapi.eservice;

import dev.qapi.identifier.FilingNumber;
import dev.qapi.identifier.Identifier;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * What an e-service files with a register.
 *
 * @param <I> what is filed
 * @param <R> the register's word that it has it
 */
public interface Filing<I extends Inquiry, R extends Registration<I>> {

    /**
     * Stores it for good, and says so only then. If it cannot be known within a second whether it is stored, there is a
     * problem and no receipt; to send the same once more is safe. The same attempt gets the first receipt again, and a
     * problem if something else was filed with it.
     *
     * @param owner who is logged in and may list it, {@link Person#subject()} or {@link Employer#subject()}; empty if nobody is
     */
    default Mono<Filed<I, R>> file(Attempt attempt, I payload, List<Identifier> owner) {
        return file(attempt, payload, owner, Mono.empty());
    }

    /**
     * The same, unless something objects to it. What is sent once more is not objected to: it was accepted.
     *
     * @param objection an {@link Objection}, or empty; subscribed to only if the attempt has filed nothing yet
     */
    Mono<Filed<I, R>> file(Attempt attempt, I payload, List<Identifier> owner, Mono<Void> objection);

    /** The one of that number; {@link Failure.NotFound} unless it is about just this {@link Inquiry#subject() subject}. */
    Mono<Filed<I, R>> find(FilingNumber number, List<Identifier> subject);

    /** All that were filed by who was logged in so, newest first. */
    Mono<List<Filed<I, R>>> by(List<Identifier> owner);

    /** All that are about that {@link Inquiry#subject() subject}, whoever filed them, newest first. */
    Mono<List<Filed<I, R>>> about(List<Identifier> subject);
}
