package dev.qapi.gateway.start;

import org.jspecify.annotations.Nullable;

/** Why the gateway cannot start: its message is one sentence for the person at the console, shown without a stack trace. */
public final class CannotStart extends RuntimeException {

    public CannotStart(String sentence) {
        this(sentence, null);
    }

    public CannotStart(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
