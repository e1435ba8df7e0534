package dev.qapi.gateway.watch;

import dev.qapi.identifier.FilingNumber;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/** A {@link Watch} as it lies in the store. */
final class StoredWatch {

    static final String DUE = "due";

    private StoredWatch() {}

    static Document document(Watch watch, Instant due) {
        var sought = watch.sought();
        var seen = watch.seen();
        return new Document("_id", watch.id())
                .append("kind", watch.kind())
                .append("eservice", watch.eservice())
                .append("number", watch.number().reveal())
                .append("owners", watch.owners())
                .append("sought", sought == null ? null : new Binary(sought))
                .append("begun", Date.from(watch.begun()))
                .append("until", Date.from(watch.until()))
                .append("seen", seen == null ? null : Date.from(seen))
                .append("told", watch.told())
                .append("looks", watch.looks())
                .append(DUE, Date.from(due));
    }

    static Watch of(Document stored) {
        var sought = stored.get("sought", Binary.class);
        return new Watch(
                stored.getString("_id"),
                stored.getString("kind"),
                stored.getString("eservice"),
                FilingNumber.of(stored.getString("number")),
                stored.getList("owners", String.class),
                sought == null ? null : sought.getData(),
                stored.getDate("begun").toInstant(),
                stored.getDate("until").toInstant(),
                instant(stored.getDate("seen")),
                stored.getList("told", String.class),
                stored.getInteger("looks"),
                stored.getString("lease"));
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
