package dev.qapi.gateway.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Several byte strings as one, each with its length before it: no two different tuples look the same. */
final class Tuple {

    private Tuple() {}

    static byte[] of(byte[]... parts) {
        var size = 0;
        for (var part : parts) {
            size += Integer.BYTES + part.length;
        }
        var tuple = ByteBuffer.allocate(size);
        for (var part : parts) {
            tuple.putInt(part.length).put(part);
        }
        return tuple.array();
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
