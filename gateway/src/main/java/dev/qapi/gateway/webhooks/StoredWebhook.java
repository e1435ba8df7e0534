package dev.qapi.gateway.webhooks;

import dev.qapi.eservice.Webhook.State;
import dev.qapi.gateway.dispatch.Recipient;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * A webhook as it lies in the store.
 *
 * @param owner keyed hash of the portal, the same as that of its events
 * @param address sealed: portals like to put passwords into it
 * @param added when it was
 * @param since when it came into its state
 * @param place of the last event that it has taken
 * @param failures in a row
 * @param failing since when; null if there are none
 * @param lease which attempt it is; nobody else's word about it counts
 */
record StoredWebhook(
        String id,
        String owner,
        byte[] address,
        Instant added,
        State state,
        Instant since,
        long place,
        int failures,
        @Nullable Instant failing,
        @Nullable String lease)
        implements Recipient {

    Document toDocument() {
        return new Document("_id", id)
                .append("owner", owner)
                .append("address", new Binary(address))
                .append("added", Date.from(added))
                .append("state", state.name())
                .append("since", Date.from(since))
                .append("place", place)
                .append("failures", failures);
    }

    static StoredWebhook of(Document stored) {
        var failing = stored.getDate("failing");
        return new StoredWebhook(
                stored.getString("_id"),
                stored.getString("owner"),
                stored.get("address", Binary.class).getData(),
                stored.getDate("added").toInstant(),
                State.valueOf(stored.getString("state")),
                stored.getDate("since").toInstant(),
                stored.getLong("place"),
                stored.getInteger("failures"),
                failing == null ? null : failing.toInstant(),
                stored.getString("lease"));
    }
}
