package dev.qapi.eservice;

import java.time.Instant;

/**
 * What a register's reply must prove before anything is told from it. Silence, an empty object or an answer about
 * somebody else proves nothing; "not found" has to be said by the register.
 *
 * @param <I> what was asked
 */
public interface Evidence<I extends Inquiry> {

    /** Whether the register knows the person or case. */
    enum Match {
        MATCHED,
        NO_MATCH,
        AMBIGUOUS
    }

    /** What the register says it found; an empty list alone never says "nothing". */
    Match match();

    /** The moment the reply describes, by the register's clock. */
    Instant asOf();

    /** Whether the register says that nothing is left out. */
    boolean complete();

    /** Whether the reply names the very person and case that were asked about. */
    boolean isAbout(I inquiry);

    /**
     * Whether a matched reply denies what was asked ("not registered"). A denial may be told while it is fresh, but never
     * stands in for a register that gives no answer: what it denies may have come about since.
     */
    default boolean denies() {
        return false;
    }
}
