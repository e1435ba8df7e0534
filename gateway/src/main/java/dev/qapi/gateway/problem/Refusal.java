package dev.qapi.gateway.problem;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A caller is refused, and told no more than the problem of that code says: why a token is no good is nobody's business. */
public final class Refusal extends RuntimeException {

    private final String code;
    private final @Nullable String challenge;
    private final @Nullable Duration retryAfter;

    /**
     * @param code of the problem in {@code problems.yaml}
     * @param challenge what {@code WWW-Authenticate} says, if anything
     */
    public Refusal(String code, @Nullable String challenge) {
        this(code, challenge, null);
    }

    /** @param code of the problem in {@code problems.yaml} */
    public Refusal(String code) {
        this(code, null, null);
    }

    /**
     * One that may be gone when the same is sent again.
     *
     * @param code of the problem in {@code problems.yaml}
     * @param retryAfter in whole seconds
     */
    public Refusal(String code, Duration retryAfter) {
        this(code, null, retryAfter);
    }

    private Refusal(String code, @Nullable String challenge, @Nullable Duration retryAfter) {
        super("refused: " + code, null, false, false);
        this.code = code;
        this.challenge = challenge;
        this.retryAfter = retryAfter;
    }

    String code() {
        return code;
    }

    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }

    @Nullable
    String challenge() {
        return challenge;
    }
}
