package dev.qapi.gateway.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A closed file of the spool, as it is delivered.
 *
 * @param heads how far its chain went when it was closed; none if a killed process left it
 * @param torn lines that cannot be read: a killed process leaves the last one half written, for an answer that never left
 */
record AuditSegment(List<Document> entries, List<Document> heads, int torn) {

    static AuditSegment read(Path file) throws IOException {
        var entries = new ArrayList<Document>();
        var heads = new ArrayList<Document>();
        var torn = 0;
        // unlike Files.readString() this reads broken letters too, each in its own line
        for (var line : new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\n")) {
            try {
                if (!line.isEmpty()) {
                    var read = document(line);
                    (read.containsKey("head") ? heads : entries).add(read);
                }
            } catch (RuntimeException unreadable) {
                torn++;
            }
        }
        return new AuditSegment(entries, heads, torn);
    }

    private static Document document(String line) {
        var document = Document.parse(line);
        document.put("_id", Objects.requireNonNull(document.remove("id")));
        document.put("at", Date.from(Instant.parse(document.getString("at"))));
        return document;
    }

    /** The last place of a chain that is written in it; null if there is none. */
    @Nullable
    Link last() {
        var entry = entries.isEmpty() ? null : Link.of(entries.getLast());
        if (entry != null || heads.isEmpty()) {
            return entry;
        }
        return AuditHead.of(heads.getLast()).last();
    }
}
