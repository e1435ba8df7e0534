package dev.qapi.gateway.problem;

import org.jspecify.annotations.Nullable;

/** A caller is refused, and told no more than the problem of that code says: why a token is no good is nobody's business. */
public final class Refusal extends RuntimeException {

    private final String code;
    private final @Nullable String challenge;

    /**
     * @param code of the problem in {@code problems.yaml}
     * @param challenge what {@code WWW-Authenticate} says, if anything
     */
    public Refusal(String code, @Nullable String challenge) {
        super("refused: " + code, null, false, false);
        this.code = code;
        this.challenge = challenge;
    }

    String code() {
        return code;
    }

    @Nullable
    String challenge() {
        return challenge;
    }
}
