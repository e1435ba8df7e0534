package dev.qapi.eservice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a register or an exchange layer does, by the calls that people's questions made: nobody is asked how they feel.
 *
 * @param of the register or the layer
 * @param state what the latest calls say
 * @param since when that began; null while nobody has called
 * @param lastSuccess when an answer last came; null if none has
 * @param asked how many times in the last 30 days
 * @param answered how many of them it answered, be it that it knows nobody like that
 */
public record Vital(
        Register of,
        State state,
        @Nullable Instant since,
        @Nullable Instant lastSuccess,
        long asked,
        long answered) {

    /** What the latest calls say, from the best to the worst. */
    public enum State {
        /** They were answered. */
        UP,
        /** Nobody has called lately, so nothing is known. */
        UNKNOWN,
        /** Some were not answered. */
        UNSTEADY,
        /** None was answered. */
        DOWN
    }
}
