package dev.qapi.mock.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A client that sees what the wire shows: how many bytes came, when, and how it ended. Time runs from what was said last. */
public final class Wire implements AutoCloseable {

    public static final int SHORT = 400;
    private static final int LONG = 5_000;

    public enum End {
        FIN,
        RESET,
        SILENCE
    }

    /** @param text in ISO 8859-1, so that a character is a byte */
    public record Heard(String text, End end, Duration took) {}

    private final Socket socket;
    private long since = System.nanoTime();

    public Wire(Socket socket) {
        this.socket = socket;
    }

    public static Wire to(int port) throws IOException {
        var socket = new Socket();
        socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), LONG);
        return new Wire(socket);
    }

    /** Of a connection on which nothing is said; it may be reset before connecting returns. */
    public static End endOf(int port) throws IOException {
        try (var wire = to(port)) {
            return wire.hear().end();
        } catch (SocketException reset) {
            return String.valueOf(reset.getMessage()).contains("reset") ? End.RESET : End.SILENCE;
        }
    }

    public Socket socket() {
        return socket;
    }

    public Wire say(String text) throws IOException {
        since = System.nanoTime();
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    /** Until the server ends or says nothing for a while. */
    public Heard hear() throws IOException {
        return hear(SHORT, Integer.MAX_VALUE);
    }

    /** So many bytes at most. */
    public Heard hear(int atMost) throws IOException {
        return hear(LONG, atMost);
    }

    public Heard hear(int patience, int atMost) throws IOException {
        var heard = new ByteArrayOutputStream();
        var end = End.SILENCE;
        socket.setSoTimeout(patience);
        try {
            var buffer = new byte[1 << 16];
            for (int length; heard.size() < atMost; heard.write(buffer, 0, length)) {
                length = socket.getInputStream().read(buffer, 0, Math.min(buffer.length, atMost - heard.size()));
                if (length < 0) {
                    end = End.FIN;
                    break;
                }
            }
        } catch (SocketTimeoutException silent) {
            end = End.SILENCE;
        } catch (SocketException reset) {
            end = End.RESET;
        }
        var took = Duration.ofNanos(System.nanoTime() - since);
        return new Heard(heard.toString(StandardCharsets.ISO_8859_1), end, took);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
