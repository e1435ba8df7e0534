package dev.qapi.mock.wire;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The side of a connection that is being failed. */
final class Client {

    /** What was sent before a reset is to arrive: a reset overtakes what still waits in buffers. */
    private static final Duration ON_THE_WAY = Duration.ofMillis(20);

    private final Socket raw;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    /** {@link #raw}, or TLS over it. */
    private Socket socket;

    Client(Socket raw) throws IOException {
        this.raw = raw;
        this.socket = raw;
        raw.setTcpNoDelay(true);
    }

    /** @param tls null if the handshake is one that fails */
    boolean speaks(@Nullable Socket tls) {
        if (tls != null) {
            socket = tls;
        }
        return tls != null;
    }

    Socket raw() {
        return raw;
    }

    /** @return how many bytes there are; the end is told to who awaits it */
    int read(byte[] buffer) throws IOException {
        var length = socket.getInputStream().read(buffer);
        if (length < 0) {
            ended.countDown();
        }
        return length;
    }

    /** Reads until the client ends: a socket that is closed with bytes unread would reset instead of ending. */
    void drain(byte[] buffer) throws IOException {
        while (read(buffer) >= 0) {}
    }

    boolean send(byte[] bytes, int offset, int length) throws IOException {
        socket.getOutputStream().write(bytes, offset, length);
        return true;
    }

    /** @return false if the connection was cut meanwhile */
    boolean pause(Duration duration) {
        return !isReached(closed, duration.toNanos());
    }

    /** @return false, since nothing follows */
    boolean awaitItsEnd() {
        isReached(ended, Long.MAX_VALUE);
        return false;
    }

    private static boolean isReached(CountDownLatch latch, long nanos) {
        try {
            return latch.await(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Says that nothing follows (FIN; in TLS close_notify before), and goes on listening. */
    void finish() throws IOException {
        socket.shutdownOutput();
        if (!raw.isOutputShutdown()) {
            raw.shutdownOutput();
        }
    }

    void resetSoon() {
        pause(ON_THE_WAY);
        reset();
    }

    /** RST. */
    void reset() {
        try {
            raw.setSoLinger(true, 0);
        } catch (IOException alreadyClosed) {
            // and so reset by who closed it
        }
        close();
    }

    void close() {
        Quietly.close(raw);
        ended.countDown();
        closed.countDown();
    }
}
