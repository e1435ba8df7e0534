package dev.qapi.services.webhooks;

import dev.qapi.eservice.Inquiry;
import dev.qapi.eservice.WebhookAddress;
import dev.qapi.identifier.Identifier;
import java.util.List;

/** A webhook to be. */
record Addition(WebhookAddress address) implements Inquiry {

    @Override
    public List<Identifier> subject() {
        return List.of();
    }
}
