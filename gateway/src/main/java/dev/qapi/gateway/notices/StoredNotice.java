package dev.qapi.gateway.notices;

import dev.qapi.eservice.Notices.State;
import dev.qapi.gateway.dispatch.Recipient;
import dev.qapi.gateway.language.Language;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * An address as it lies in the store.
 *
 * @param owner keyed hash of the person or company, the same as that of their events
 * @param address sealed; null if it was ended
 * @param state null if it was ended
 * @param since when it came into its state
 * @param language in which is written to it
 * @param code keyed hash of the code that is to be repeated; null if none is
 * @param codeUntil how long that is good
 * @param asked when codes were sent lately, whatever became of them
 * @param turn what tells it from those that were there before
 */
record StoredNotice(
        String owner,
        byte @Nullable [] address,
        @Nullable State state,
        Instant since,
        Language language,
        @Nullable String code,
        Instant codeUntil,
        List<Instant> asked,
        String turn,
        long place,
        int failures,
        @Nullable Instant failing,
        @Nullable String lease)
        implements Recipient {

    static final String ENDED = "ENDED";

    @Override
    public String id() {
        return owner;
    }

    Document toDocument() {
        return new Document("_id", owner)
                .append("owner", owner)
                .append("address", address == null ? null : new Binary(address))
                .append("state", state == null ? ENDED : state.name())
                .append("since", Date.from(since))
                .append("language", language.tag())
                .append("code", code)
                .append("codeUntil", Date.from(codeUntil))
                .append("tries", 0)
                .append("asked", asked.stream().map(Date::from).toList())
                .append("turn", turn)
                .append("place", place)
                .append("failures", failures);
    }

    static StoredNotice of(Document stored) {
        var address = stored.get("address", Binary.class);
        var state = stored.getString("state");
        var failing = stored.getDate("failing");
        return new StoredNotice(
                stored.getString("_id"),
                address == null ? null : address.getData(),
                state.equals(ENDED) ? null : State.valueOf(state),
                stored.getDate("since").toInstant(),
                Language.tagged(stored.getString("language")).orElse(Language.AZ),
                stored.getString("code"),
                stored.getDate("codeUntil").toInstant(),
                stored.getList("asked", Date.class).stream()
                        .map(Date::toInstant)
                        .toList(),
                stored.getString("turn"),
                stored.getLong("place"),
                stored.getInteger("failures"),
                failing == null ? null : failing.toInstant(),
                stored.getString("lease"));
    }
}
