package dev.qapi.mock.faults;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * A good answer with 200 MiB of blanks behind it, which JSON allows, in 200 KiB of gzip (RFC 1952): one compressed
 * mebibyte of blanks is repeated, so that making it costs neither time nor memory.
 */
final class GzipBomb {

    private static final int MEBIBYTE = 1 << 20;
    private static final int MEBIBYTES = 200;
    private static final int ROOM = 1 << 12;
    private static final byte[] HEAD = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};
    /** An empty last block. */
    private static final byte[] END = {3, 0};

    private static final byte[] BLANKS = blanks();
    private static final byte[] SQUEEZED = squeeze(BLANKS);

    private GzipBomb() {}

    static Reply wrap(Reply good) {
        var bomb = new ByteArrayOutputStream();
        var checksum = new CRC32();
        bomb.writeBytes(HEAD);
        bomb.writeBytes(squeeze(good.body()));
        checksum.update(good.body());
        for (var i = 0; i < MEBIBYTES; i++) {
            bomb.writeBytes(SQUEEZED);
            checksum.update(BLANKS);
        }
        bomb.writeBytes(END);
        bomb.writeBytes(ByteBuffer.allocate(2 * Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) checksum.getValue())
                .putInt(good.body().length + MEBIBYTES * MEBIBYTE)
                .array());
        return good.withBytes(bomb.toByteArray()).with("Content-Encoding", "gzip");
    }

    private static byte[] blanks() {
        var blanks = new byte[MEBIBYTE];
        Arrays.fill(blanks, (byte) ' ');
        return blanks;
    }

    /** Whole blocks that stand for themselves: they can be put behind one another. */
    private static byte[] squeeze(byte[] bytes) {
        var squeezed = new ByteArrayOutputStream();
        var buffer = new byte[ROOM];
        try (var deflater = new Deflater(Deflater.BEST_COMPRESSION, true)) {
            deflater.setInput(bytes);
            for (var length = -1; length != 0; ) {
                length = deflater.deflate(buffer, 0, buffer.length, Deflater.FULL_FLUSH);
                squeezed.write(buffer, 0, length);
                length = length < buffer.length ? 0 : length;
            }
        }
        return squeezed.toByteArray();
    }
}
