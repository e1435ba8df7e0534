package dev.qapi.eservice;

import dev.qapi.identifier.FilingNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That somebody wants to hear what something comes to.
 *
 * @param number the one that is in the events of it
 * @param sought what is asked for them
 * @param since when they first wanted to
 * @param until when it ends even if more can come of it
 * @param seen when the register last told where it is; null if it has not yet, and then nothing is known of it
 */
public record Subscription<I extends Inquiry>(
        FilingNumber number,
        I sought,
        Instant since,
        Instant until,
        @Nullable Instant seen) {}
