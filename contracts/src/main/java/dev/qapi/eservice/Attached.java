package dev.qapi.eservice;

import dev.qapi.identifier.FileId;
import java.util.List;

/**
 * A file that is filed together with something: what it is, never its bytes.
 *
 * @param type by its content
 * @param size in bytes
 * @param hash {@code sha-256:} and 64 hexadecimal digits
 */
public record Attached(FileId id, Type type, int size, String hash) {
    /** What may be attached. */
    public enum Type {
        PDF,
        JPEG,
        PNG
    }

    /** What is filed with files: they become its own when it is accepted. */
    public interface Holder {
        /** None, as a rule. */
        List<Attached> attached();
    }
}
