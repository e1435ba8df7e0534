package dev.qapi.mock.wire;

import org.jspecify.annotations.Nullable;

/** Lets whoever knows the protocol spoil a single reply of a connection that is kept. */
@FunctionalInterface
public interface ReplyInspector {

    /** Nothing is ever spoilt. */
    ReplyInspector NONE = (bytes, length) -> null;

    /**
     * Is shown the first bytes of each reply: those that come first after bytes of the client were passed on.
     *
     * @param bytes not to be kept or changed; only the first {@code length} belong to the reply
     * @return what is to be played instead, null if the reply is to arrive as it is
     */
    @Nullable
    Spoilt inspect(byte[] bytes, int length);
}
