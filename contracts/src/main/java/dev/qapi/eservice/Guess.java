package dev.qapi.eservice;

/**
 * Data of an answer that may be a failed match although it is no {@link Failure.NotFound}: they are counted alike, or a
 * guesser would be stopped at one e-service and not at another.
 */
public interface Guess {

    /** Whether something that only the person knows was asked with and was wrong. */
    boolean missed();
}
