package dev.qapi.gateway.filing;

import dev.qapi.eservice.Filed.State;
import dev.qapi.eservice.Filed.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * A filing as it lies in the store, where it names nobody.
 *
 * @param id keyed hash of who sent it under which key
 * @param owner keyed hash of who was logged in, if anybody was
 * @param followers keyed hashes of who hears what becomes of it
 * @param subject keyed hash of whom it is about
 * @param body what was filed, sealed
 * @param attempts how often its delivery was begun
 * @param lease which attempt it is; nobody else's word about it counts
 * @param reply what the register said, sealed
 */
record StoredFiling(
        String id,
        String number,
        String eservice,
        @Nullable String owner,
        List<String> followers,
        String subject,
        byte[] body,
        Instant filedAt,
        List<Step> history,
        int attempts,
        @Nullable String lease,
        byte @Nullable [] reply,
        @Nullable String refusal) {

    static final String DUE = "due";

    State state() {
        return history.getLast().state();
    }

    StoredFiling delivered(Instant at, byte[] sealed) {
        return ended(new Step(State.DELIVERED, at), sealed, null);
    }

    StoredFiling refused(Instant at, String code) {
        return ended(new Step(State.REFUSED, at), null, code);
    }

    private StoredFiling ended(Step step, byte @Nullable [] sealed, @Nullable String code) {
        var steps = new ArrayList<>(history);
        steps.add(step);
        return new StoredFiling(
                id,
                number,
                eservice,
                owner,
                followers,
                subject,
                body,
                filedAt,
                List.copyOf(steps),
                attempts,
                null,
                sealed,
                code);
    }

    Document toDocument() {
        var document = new Document("_id", id)
                .append("number", number)
                .append("eservice", eservice)
                .append("owner", owner)
                .append("followers", followers)
                .append("subject", subject)
                .append("body", new Binary(body))
                .append("filedAt", Date.from(filedAt))
                .append("state", state().name())
                .append("history", history.stream().map(StoredFiling::step).toList())
                .append("attempts", attempts);
        if (reply != null) {
            document.append("reply", new Binary(reply));
        }
        return refusal == null ? document : document.append("refusal", refusal);
    }

    static Document step(Step step) {
        return new Document("state", step.state().name()).append("at", Date.from(step.at()));
    }

    static StoredFiling of(Document stored) {
        var reply = stored.get("reply", Binary.class);
        return new StoredFiling(
                stored.getString("_id"),
                stored.getString("number"),
                stored.getString("eservice"),
                stored.getString("owner"),
                stored.getList("followers", String.class, List.of()),
                stored.getString("subject"),
                stored.get("body", Binary.class).getData(),
                stored.getDate("filedAt").toInstant(),
                stored.getList("history", Document.class).stream()
                        .map(step -> new Step(
                                State.valueOf(step.getString("state")),
                                step.getDate("at").toInstant()))
                        .toList(),
                stored.getInteger("attempts"),
                stored.getString("lease"),
                reply == null ? null : reply.getData(),
                stored.getString("refusal"));
    }
}
