package dev.qapi.gateway.dispatch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where the events of one owner are sent to. It lies in the store under the names of these methods, with a {@code state} beside. */
public interface Recipient {

    /** What tells it from every other of its kind; {@code _id} in the store. */
    String id();

    /** Whose events they are: a keyed hash. */
    String owner();

    /** Of the last event that it has taken. */
    long place();

    /** How often in a row it has not taken one. */
    int failures();

    /** Since when; null if there are none. */
    @Nullable
    Instant failing();

    /** Which attempt it is; nobody else's word about it counts. */
    @Nullable
    String lease();
}
