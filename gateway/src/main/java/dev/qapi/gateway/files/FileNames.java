package dev.qapi.gateway.files;

import dev.qapi.gateway.crypto.Pepper;
import dev.qapi.gateway.crypto.Slot;
import dev.qapi.identifier.FileId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;

/** Where files lie and what opens them: both need the gateway's secret and the id that only the sender has. */
@Component
class FileNames {
    private final Pepper pepper;

    FileNames(Pepper pepper) {
        this.pepper = pepper;
    }

    Slot facts(FileId id) {
        return pepper.slot("file", bytes(id));
    }

    /** Bound to its position: pieces cannot change places, nor come from another file. */
    Slot piece(FileId id, int number) {
        var name = bytes(id);
        return pepper.slot(
                "file piece",
                ByteBuffer.allocate(name.length + Integer.BYTES)
                        .put(name)
                        .putInt(number)
                        .array());
    }

    private static byte[] bytes(FileId id) {
        return id.reveal().getBytes(StandardCharsets.UTF_8);
    }
}
