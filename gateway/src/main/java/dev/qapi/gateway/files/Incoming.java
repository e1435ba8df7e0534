package dev.qapi.gateway.files;

import dev.qapi.eservice.Attached;
import dev.qapi.eservice.Objection;
import dev.qapi.identifier.FileId;
import dev.qapi.identifier.Malformed.Rule;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** What is known of a file while it streams in. */
final class Incoming {
    private final FileId id;
    private final long largest;
    private final MessageDigest digest;
    private Attached.@Nullable Type type;
    private int size;
    private int pieces;

    Incoming(FileId id, long largest) {
        this.id = id;
        this.largest = largest;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    FileId id() {
        return id;
    }

    /**
     * Another piece.
     *
     * @return its number, from 0 on
     * @throws Objection as soon as it is of no type that is taken, or too large
     */
    int take(byte[] piece) {
        if (type == null) {
            type = Magic.of(piece).orElseThrow(() -> new Objection("", Rule.FILE_TYPE));
        }
        size += piece.length;
        if (size > largest) {
            throw new Objection("", Rule.FILE_SIZE);
        }
        digest.update(piece);
        return pieces++;
    }

    /** @throws Objection if nothing came */
    Attached whole() {
        if (type == null) {
            throw new Objection("", Rule.FILE_SIZE);
        }
        return new Attached(id, type, size, "sha-256:" + HexFormat.of().formatHex(digest.digest()));
    }
}
