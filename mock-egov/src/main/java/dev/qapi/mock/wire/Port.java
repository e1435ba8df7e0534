package dev.qapi.mock.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A port of the loopback interface, held from beginning to end by a socket that is bound and does not listen, so that
 * nobody else gets it while connecting is refused. Linux lets a second socket listen beside it.
 */
final class Port implements AutoCloseable {

    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    private static final int BACKLOG = 1_024;
    /** Milliseconds after which a connection over loopback has been dropped. */
    private static final int DROPPED = 100;
    /** Nanoseconds. */
    private static final int NOTICED = 200_000;
    /** More than fit into a queue of one. */
    private static final int FILLING = 8;

    private final Socket holder = new Socket();
    private final List<Socket> filling = new ArrayList<>();
    private @Nullable ServerSocket listening;

    Port(int port) throws IOException {
        holder.setReuseAddress(true);
        holder.bind(new InetSocketAddress(LOOPBACK, port));
    }

    int number() {
        return holder.getLocalPort();
    }

    /** Whether who connects can be accepted. */
    boolean isListening() {
        return listening != null && filling.isEmpty();
    }

    ServerSocket listen() throws IOException {
        return listen(BACKLOG);
    }

    /** Listens no more. The kernel ends that only when the thread that accepts has noticed: this is waited for. */
    void refuse() {
        if (listening != null) {
            Quietly.close(listening);
            listening = null;
            while (isOpen()) {
                LockSupport.parkNanos(NOTICED);
            }
        }
        filling.forEach(Quietly::close);
        filling.clear();
    }

    private boolean isOpen() {
        try (var probe = new Socket()) {
            probe.connect(new InetSocketAddress(LOOPBACK, number()), DROPPED);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    /** Listens, but so that the kernel drops whoever connects: its queue is full and nobody accepts. */
    void swallow() throws IOException {
        listen(1);
        for (var i = 0; i < FILLING; i++) {
            var socket = new Socket();
            filling.add(socket);
            try {
                socket.connect(new InetSocketAddress(LOOPBACK, number()), DROPPED);
            } catch (SocketTimeoutException full) {
                return;
            }
        }
    }

    private ServerSocket listen(int backlog) throws IOException {
        refuse();
        var socket = new ServerSocket();
        socket.bind(new InetSocketAddress(LOOPBACK, number()), backlog);
        listening = socket;
        return socket;
    }

    @Override
    public void close() {
        refuse();
        Quietly.close(holder);
    }
}
