package dev.qapi.services.webhooks;

import dev.qapi.eservice.Inquiry;
import dev.qapi.identifier.Identifier;
import java.time.Instant;
import java.util.List;

/** From when on everything is to be sent again. */
record Replay(Instant since) implements Inquiry {

    @Override
    public List<Identifier> subject() {
        return List.of();
    }
}
