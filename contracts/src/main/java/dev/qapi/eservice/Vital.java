package dev.qapi.eservice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How one way to a register does, by the calls that people's questions made: nobody is asked how they feel.
 *
 * @param register who is asked
 * @param via the exchange layer that carries the calls, the register itself if it is asked directly
 * @param state what the latest calls say
 * @param since when that began; null while nobody has called
 * @param lastSuccess when an answer last came; null if none has
 * @param asked calls in the last 30 days
 * @param answered how many of them were answered by the register, be it that it knows nobody like that
 */
public record Vital(
        Register register,
        Register via,
        State state,
        @Nullable Instant since,
        @Nullable Instant lastSuccess,
        long asked,
        long answered) {

    /** What the latest calls say. */
    public enum State {
        /** The last call was answered. */
        UP,
        /** Some of the latest calls failed. */
        UNSTEADY,
        /** The latest calls failed. */
        DOWN,
        /** Nobody has called lately, so nothing is known. */
        UNKNOWN
    }
}
