package dev.qapi.eservice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An address to which a portal's events are sent (Standard Webhooks 1.0).
 *
 * @param since when it came into its state
 * @param failures how often in a row it has not taken what is sent to it
 * @param secret with which what is sent is signed; told once, to who added it
 */
public record Webhook(
        String id,
        WebhookAddress address,
        State state,
        Instant since,
        int failures,
        @Nullable String secret) {

    /** Whether anything is sent to it. */
    public enum State {
        /** Nothing yet: it has not repeated a challenge. */
        PENDING,
        /** Everything that happens. */
        ACTIVE,
        /** Nothing any more, since it took nothing for three days or says that it is gone: it can be activated again. */
        DISABLED
    }

    /** How an attempt ended. */
    public enum Outcome {
        /** It was taken: any status of the family 2xx. */
        TAKEN,
        /** There was another status, or not the challenge that was sent. */
        NOT_TAKEN,
        /** There was no status in time. */
        NO_ANSWER,
        /** There was no connection, for whatever reason. */
        UNREACHABLE
    }

    /**
     * One attempt to send something.
     *
     * @param event the event's id, or that of a challenge
     * @param type of the event, or {@code webhook.challenge}
     * @param attempt the how manieth in a row
     * @param status of the answer, as HTTP has it
     */
    public record Delivery(
            Instant at,
            String event,
            String type,
            int attempt,
            Outcome outcome,
            @Nullable Integer status) {}
}
