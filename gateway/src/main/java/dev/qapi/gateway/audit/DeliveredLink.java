package dev.qapi.gateway.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The last place in a chain that the store has acknowledged, kept outside of it: a store that knows less has lost something,
 * even if it was put back to a state in which all fitted.
 */
record DeliveredLink(Path file) {

    @Nullable
    Link read() throws IOException {
        return Files.exists(file) ? Link.of(Document.parse(Files.readString(file))) : null;
    }

    void write(Link link) throws IOException {
        var content = new Document("chain", link.chain())
                .append("sequence", link.sequence())
                .append(AuditStamp.FIELD, link.stamp());
        var beside = Objects.requireNonNull(file.getParent()).resolve(file.getFileName() + ".new");
        Files.writeString(beside, content.toJson());
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
