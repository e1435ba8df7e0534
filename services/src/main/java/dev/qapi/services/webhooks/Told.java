package dev.qapi.services.webhooks;

import dev.qapi.eservice.Webhook;
import dev.qapi.eservice.Webhook.State;
import dev.qapi.eservice.WebhookAddress;
import dev.qapi.eservice.Words;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A webhook in words. */
record Told(
        String id,
        WebhookAddress address,
        Coded<State> state,
        Instant since,
        int failures,
        @Nullable String secret) {

    static Told of(Webhook webhook, Words words) {
        return new Told(
                webhook.id(),
                webhook.address(),
                Coded.of(webhook.state(), words),
                webhook.since(),
                webhook.failures(),
                webhook.secret());
    }

    /** All of a portal's. */
    record All(List<Told> webhooks) {}
}
