package dev.qapi.gateway.problem;

import java.time.Duration;

/** Somebody has asked too often: not about whom, which would tell something, but they themselves. */
public final class TooMany extends RuntimeException {

    /** What there was too much of. */
    public enum Of {
        QUESTIONS("00429"),
        MISSES("00430");

        private final String code;

        Of(String code) {
            this.code = code;
        }
    }

    private final Of of;
    private final Duration wait;

    /** @param wait until there is an answer again; rounded up to whole seconds */
    public TooMany(Of of, Duration wait) {
        super("too many", null, false, false);
        this.of = of;
        this.wait = wait;
    }

    String code() {
        return of.code;
    }

    Duration retryAfter() {
        return Duration.ofSeconds(Math.max(1, wait.plusNanos(999_999_999).toSeconds()));
    }
}
