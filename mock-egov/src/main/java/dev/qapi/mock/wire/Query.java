package dev.qapi.mock.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A question to a name server (RFC 1035, section 4.1).
 *
 * @param bytes header and question, nothing behind
 * @param name with dots, as it was written
 */
record Query(byte[] bytes, String name) {

    private static final int HEADER = 12;
    private static final int FLAGS = 2;
    private static final int COUNTS = 4;
    private static final int TYPE_AND_CLASS = 4;
    private static final int ADDRESS_TYPE = 1;
    /** A response, by who is in charge. */
    private static final int RESPONSE = 0x8400;

    /** Is given back as it was asked. */
    private static final int RECURSION_DESIRED = 0x0100;

    private static final int NO_SUCH_NAME = 3;
    /** The name that was asked for, IPv4 address, Internet, one second, four bytes: 127.0.0.1. */
    private static final byte[] THIS_MACHINE = {(byte) 0xc0, HEADER, 0, 1, 0, 1, 0, 0, 0, 1, 0, 4, 127, 0, 0, 1};

    /** @throws RuntimeException if it is none */
    static Query of(byte[] packet, int length) {
        var name = new StringBuilder();
        var at = HEADER;
        for (int size; (size = packet[at]) > 0; at += size + 1) {
            name.append(name.isEmpty() ? "" : ".").append(new String(packet, at + 1, size, StandardCharsets.US_ASCII));
        }
        var end = at + 1 + TYPE_AND_CLASS;
        if (end > length || packet[FLAGS] < 0) {
            throw new IllegalArgumentException("no question");
        }
        return new Query(Arrays.copyOf(packet, end), name.toString());
    }

    byte[] noSuchName() {
        return answer(NO_SUCH_NAME, 0).array();
    }

    /** An address of version 6 there is none, which is an answer too. */
    byte[] thisMachine() {
        var isAddress = bytes[bytes.length - TYPE_AND_CLASS + 1] == ADDRESS_TYPE;
        return isAddress
                ? answer(0, THIS_MACHINE.length).put(THIS_MACHINE).array()
                : answer(0, 0).array();
    }

    private ByteBuffer answer(int code, int room) {
        return ByteBuffer.allocate(bytes.length + room)
                .put(bytes)
                .putShort(FLAGS, (short)
                        (RESPONSE | code | (ByteBuffer.wrap(bytes).getShort(FLAGS) & RECURSION_DESIRED)))
                .putShort(COUNTS, (short) 1)
                .putShort(COUNTS + 2, (short) (room > 0 ? 1 : 0))
                .putInt(COUNTS + 4, 0);
    }
}
