package dev.qapi.eservice;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that was filed, for whom it belongs to.
 *
 * @param receipt what they were given
 * @param payload what they filed
 * @param state where it is
 * @param history when it came into each state, the oldest first
 * @param reply what the register said when it took it; there once {@link State#DELIVERED}
 * @param refusal the register's code for why it does not take it, one word; there only if {@link State#REFUSED}
 */
public record Filed<I extends Inquiry, R extends Registration<I>>(
        Receipt receipt,
        I payload,
        State state,
        List<Step> history,
        @Nullable R reply,
        @Nullable String refusal) {

    /** Where a filing is. */
    public enum State {
        /** Stored for good and counted from its time; the register does not have it yet. */
        ACCEPTED,
        /** The register has it. */
        DELIVERED,
        /** The register has looked at it and does not take it. */
        REFUSED,
        /** The register could not be given it for a week: somebody looks after it by hand. */
        NEEDS_ATTENTION
    }

    /** @param at when it came into that state */
    public record Step(State state, Instant at) {}

    /** An answer that our own store gives. */
    public static <T> Answer<T> answer(T data, Instant now) {
        return new Answer<>(
                data,
                now,
                Freshness.FRESH,
                Reliance.SAFE,
                List.of(new Provenance(Register.GATEWAY, Register.GATEWAY, now, null)),
                List.of());
    }
}
