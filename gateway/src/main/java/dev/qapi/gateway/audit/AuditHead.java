package dev.qapi.gateway.audit;

import java.time.Instant;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * How far a chain goes, by the word of the process that writes it.
 *
 * @param last its last entry at that moment
 * @param at everything before it is in the store once the head is
 * @param closed whether nothing follows
 * @param after the last that was known of the chain before it
 */
record AuditHead(
        Link last, Instant at, boolean closed, @Nullable Link after) {

    /** @throws RuntimeException if it is none */
    static AuditHead of(Document head) {
        var chain = head.getString("_id");
        var after = head.getString("afterChain");
        return new AuditHead(
                new Link(chain, number(head, "sequence"), head.getString("last")),
                head.getDate("at").toInstant(),
                head.getBoolean("closed"),
                after == null ? null : new Link(after, number(head, "afterSequence"), head.getString("afterLast")));
    }

    private static long number(Document head, String name) {
        return Objects.requireNonNull((Number) head.get(name)).longValue();
    }
}
