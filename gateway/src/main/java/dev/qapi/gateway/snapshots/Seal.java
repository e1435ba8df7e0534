package dev.qapi.gateway.snapshots;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;

/** A checksum before the content, by which half of a file is told from a whole one. */
final class Seal {

    private Seal() {}

    static byte[] on(byte[] content) {
        return ByteBuffer.allocate(Long.BYTES + content.length)
                .putLong(checksum(content))
                .put(content)
                .array();
    }

    /** The content, if it is what was sealed. */
    static Optional<byte[]> unbroken(byte[] sealed) {
        if (sealed.length < Long.BYTES) {
            return Optional.empty();
        }
        var content = Arrays.copyOfRange(sealed, Long.BYTES, sealed.length);
        return ByteBuffer.wrap(sealed).getLong() == checksum(content) ? Optional.of(content) : Optional.empty();
    }

    private static long checksum(byte[] content) {
        var checksum = new CRC32C();
        checksum.update(content);
        return checksum.getValue();
    }
}
