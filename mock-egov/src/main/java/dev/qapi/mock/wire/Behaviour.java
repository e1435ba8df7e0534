package dev.qapi.mock.wire;

import java.time.Duration;

/** How a {@link FaultProxy} treats connections, and what comes back over them. Bytes are those of replies. */
public sealed interface Behaviour {

    /**
     * Whether it decides about connections as such: switching it on or off drops those that are open. Any other is met
     * by open connections too, from the next bytes on.
     */
    default boolean isOfConnecting() {
        return this instanceof Flapping || (this instanceof Fixed && this != Fixed.PASS);
    }

    /** Behaviours that need no figure. */
    enum Fixed implements Behaviour {
        /** Everything arrives. */
        PASS,
        /** Nobody listens: connecting is refused at once. */
        REFUSED,
        /** SYNs are dropped: connecting ends by the client's own timeout. */
        BLACK_HOLE,
        /** Accepts and takes in whatever is sent, but never says a word. */
        SILENT,
        /** Accepts and resets at once. */
        RESET_ON_ACCEPT,
        /** Accepts, ends its own direction (FIN) and goes on listening. */
        HALF_CLOSE
    }

    /**
     * A reset in the middle of a reply.
     *
     * @param bytes that still arrive, counted from the beginning of the connection or from the switch
     */
    record ResetAfter(long bytes) implements Behaviour {}

    /**
     * An orderly end (FIN) in the middle of a reply.
     *
     * @param bytes that still arrive, counted as in {@link ResetAfter}
     */
    record Truncate(long bytes) implements Behaviour {}

    /**
     * A slow server.
     *
     * @param each by which every reply begins later
     */
    record Latency(Duration each) implements Behaviour {}

    /**
     * A narrow line.
     *
     * @param bytesPerSecond at least 1
     */
    record Bandwidth(long bytesPerSecond) implements Behaviour {}

    /**
     * A drip.
     *
     * @param bytes of one slice, at least 1
     * @param pause after each
     */
    record Slicer(int bytes, Duration pause) implements Behaviour {}

    /**
     * Bits that flip, one in every {@link Corruption#BLOCK} bytes.
     *
     * @param seed which: the same for the same seed, however the bytes are cut into packets
     */
    record Corrupt(long seed) implements Behaviour {}

    /**
     * Some connections are reset on accept, the others pass.
     *
     * @param share between 0 and 1
     * @param seed which: the same order for the same seed
     */
    record Flapping(double share, long seed) implements Behaviour {}
}
