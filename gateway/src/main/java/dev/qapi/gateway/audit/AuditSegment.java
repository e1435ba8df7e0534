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

/**
 * A closed file of the spool, as it is delivered.
 *
 * @param torn lines that cannot be read: a killed process leaves the last one half written, for an answer that never left
 */
record AuditSegment(List<Document> entries, int torn) {

    static AuditSegment read(Path file) throws IOException {
        var entries = new ArrayList<Document>();
        var torn = 0;
        // unlike Files.readString() this reads broken letters too, each in its own line
        for (var line : new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\n")) {
            try {
                if (!line.isEmpty()) {
                    entries.add(entry(line));
                }
            } catch (RuntimeException unreadable) {
                torn++;
            }
        }
        return new AuditSegment(entries, torn);
    }

    private static Document entry(String line) {
        var entry = Document.parse(line);
        entry.put("_id", Objects.requireNonNull(entry.remove("id")));
        entry.put("at", Date.from(Instant.parse(entry.getString("at"))));
        return entry;
    }
}
