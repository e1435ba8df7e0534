package dev.qapi.gateway.papers;

import dev.qapi.eservice.Papers.Stamped;

/** What a code is. */
public sealed interface Checked {
    /** Signed by us, or rather by whoever has our key, and changed since. */
    Checked ALTERED = new Altered();

    /** None that this gateway can have signed. */
    Checked UNKNOWN = new Unknown();

    /** Just as we signed it. */
    record Valid(Stamped paper) implements Checked {}

    /** See {@link #ALTERED}. */
    record Altered() implements Checked {}

    /** See {@link #UNKNOWN}. */
    record Unknown() implements Checked {}
}
