package dev.qapi.gateway.support;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.regex.Pattern;

/** A client that says exactly the bytes it is told to, however wrong, and hears exactly what comes back. */
public final class RawHttp implements AutoCloseable {

    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/[0-9.]+ ([0-9]{3})");
    private static final int BUFFER = 4 * 1024;

    private final Socket socket = new Socket();
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private final long start = System.nanoTime();
    private boolean closed;

    public RawHttp(int port) {
        try {
            socket.setReceiveBufferSize(BUFFER);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One character, one byte. A server that is gone already does not hear it. */
    public RawHttp say(String bytes) {
        try {
            socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
        } catch (IOException gone) {
            closed = true;
        }
        return this;
    }

    /** Hears until the other side closes or says nothing for that long. */
    public RawHttp hear(Duration patience) {
        try {
            socket.setSoTimeout((int) patience.toMillis());
            var bytes = new byte[64 * 1024];
            for (var read = 0; read >= 0; read = socket.getInputStream().read(bytes)) {
                heard.write(bytes, 0, read);
            }
            closed = true;
        } catch (SocketTimeoutException silence) {
            // not closed
        } catch (SocketException reset) {
            closed = true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Says a little, again and again, until the other side closes; how long that took. */
    public Duration drip(String little, Duration pause, Duration longest) {
        while (!closed && age().compareTo(longest) < 0) {
            say(little).hear(pause);
        }
        return age();
    }

    private Duration age() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    public boolean isClosed() {
        return closed;
    }

    public String text() {
        return heard.toString(ISO_8859_1);
    }

    /** Of the first answer that is more than "go on". */
    public int status() {
        var line = STATUS_LINE.matcher(text().replace("HTTP/1.1 100 Continue", ""));
        return line.lookingAt() || line.find() ? Integer.parseInt(line.group(1)) : 0;
    }

    public long answers() {
        return STATUS_LINE.matcher(text()).results().count();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
