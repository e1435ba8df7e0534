package dev.qapi.mock.wire;

import java.io.IOException;

/** Lets so many bytes through and then ends the connection in its way. */
final class Limit implements Valve {

    private final Client client;
    private final End end;
    private long left;

    @FunctionalInterface
    interface End {
        void come() throws IOException;
    }

    Limit(long bytes, Client client, End end) {
        this.left = bytes;
        this.client = client;
        this.end = end;
    }

    @Override
    public boolean pass(byte[] bytes, int length, boolean isStart) throws IOException {
        var now = (int) Math.min(left, length);
        left -= now;
        var goesOn = client.send(bytes, 0, now);
        if (left == 0) {
            end.come();
            return false;
        }
        return goesOn;
    }
}
