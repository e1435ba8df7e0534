package dev.qapi.mock.faults;

import java.io.InputStream;
import java.util.Arrays;

/** So many blanks, without holding them. */
final class Blanks extends InputStream {

    private long left;

    Blanks(long bytes) {
        this.left = bytes;
    }

    @Override
    public int read() {
        return left-- > 0 ? ' ' : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        if (left <= 0) {
            return -1;
        }
        var now = (int) Math.min(left, length);
        Arrays.fill(bytes, offset, offset + now, (byte) ' ');
        left -= now;
        return now;
    }
}
