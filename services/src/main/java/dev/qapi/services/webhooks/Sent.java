package dev.qapi.services.webhooks;

import dev.qapi.eservice.Webhook.Delivery;
import dev.qapi.eservice.Webhook.Outcome;
import dev.qapi.eservice.Words;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An attempt to send something, in words. */
record Sent(
        Instant at,
        String event,
        String type,
        int attempt,
        Coded<Outcome> outcome,
        @Nullable Integer status) {

    static Sent of(Delivery it, Words words) {
        return new Sent(it.at(), it.event(), it.type(), it.attempt(), Coded.of(it.outcome(), words), it.status());
    }

    /** The latest. */
    record Log(List<Sent> deliveries) {}
}
