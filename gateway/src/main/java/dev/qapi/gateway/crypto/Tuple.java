package dev.qapi.gateway.crypto;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Several byte strings as one, each with its length before it: no two different tuples look the same. */
final class Tuple {

    private Tuple() {}

    static byte[] of(byte[]... parts) {
        var tuple = new ByteArrayOutputStream();
        for (var part : parts) {
            tuple.writeBytes(
                    ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
            tuple.writeBytes(part);
        }
        return tuple.toByteArray();
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
