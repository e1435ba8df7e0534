package dev.qapi.gateway.audit;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Binds each entry of this process to the one before it, and the first to the last of the process before. Used by the
 * writer of the spool only.
 */
@Component
class AuditChain {

    private final AuditStamp stamp;
    private final Clock clock;
    private final JsonMapper json = new JsonMapper();
    private @Nullable Link before;
    private Link last = new Link("", 0, "");
    private Link promised = last;

    AuditChain(AuditStamp stamp, Clock clock) {
        this.stamp = stamp;
        this.clock = clock;
    }

    /** @param before the last that is known of the chain that this one follows */
    void begin(@Nullable Link before) {
        this.before = before;
        last = new Link(UUID.randomUUID().toString(), 0, before == null ? "" : before.stamp());
        promised = last;
    }

    /** The entries as lines of the spool, which are in the chain once they {@link #areWritten()}. */
    List<byte[]> lines(List<AuditEntry> entries) {
        var lines = new ArrayList<byte[]>(entries.size());
        promised = last;
        for (var entry : entries) {
            var fields = entry.fields();
            fields.put("chain", promised.chain());
            fields.put("sequence", promised.sequence() + 1);
            fields.put("previous", promised.stamp());
            promised = promised.next(stamp.on(fields));
            fields.put(AuditStamp.FIELD, promised.stamp());
            lines.add(json.writeValueAsBytes(fields));
        }
        return lines;
    }

    void areWritten() {
        last = promised;
    }

    /** Nobody knows what of them is on the disk after all, so their places are not used again: another chain begins. */
    void areLost() {
        begin(last);
    }

    /**
     * How far the chain goes: without it nobody would miss its end.
     *
     * @param closed whether nothing follows
     */
    byte[] head(boolean closed) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("id", last.chain());
        fields.put("head", true);
        fields.put("at", clock.instant());
        fields.put("sequence", last.sequence());
        fields.put("last", last.stamp());
        fields.put("closed", closed);
        if (before != null) {
            fields.put("afterChain", before.chain());
            fields.put("afterSequence", before.sequence());
            fields.put("afterLast", before.stamp());
        }
        fields.put(AuditStamp.FIELD, stamp.on(fields));
        return json.writeValueAsBytes(fields);
    }
}
