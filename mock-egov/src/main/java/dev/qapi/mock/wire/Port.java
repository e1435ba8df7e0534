package dev.qapi.mock.wire;

import java.io.IOException;
import java.net.BindException;
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
 * A port, held from beginning to end by a socket that is bound and does not listen, so that nobody else gets it while
 * connecting is refused. Linux lets a second socket listen beside it; elsewhere the port is free while it is refused.
 */
final class Port implements AutoCloseable {

    private static final int BACKLOG = 1_024;
    /** Milliseconds after which a connection over loopback has been dropped. */
    private static final int DROPPED = 100;
    /** Nanoseconds. */
    private static final int NOTICED = 200_000;
    /** More than fit into a queue of one. */
    private static final int FILLING = 8;

    private final InetAddress address;
    private final int number;
    private final Socket holder = new Socket();
    private final List<Socket> filling = new ArrayList<>();
    private @Nullable ServerSocket listening;

    Port(InetAddress address, int port) throws IOException {
        this.address = address;
        holder.setReuseAddress(true);
        holder.bind(new InetSocketAddress(address, port));
        this.number = holder.getLocalPort();
    }

    int number() {
        return number;
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
            probe.connect(new InetSocketAddress(address, number), DROPPED);
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
                socket.connect(new InetSocketAddress(address, number), DROPPED);
            } catch (SocketTimeoutException full) {
                return;
            }
        }
    }

    private ServerSocket listen(int backlog) throws IOException {
        refuse();
        var socket = new ServerSocket();
        try {
            socket.bind(new InetSocketAddress(address, number), backlog);
        } catch (BindException onlyOneMayHoldIt) {
            Quietly.close(holder);
            socket.bind(new InetSocketAddress(address, number), backlog);
        }
        listening = socket;
        return socket;
    }

    @Override
    public void close() {
        refuse();
        Quietly.close(holder);
    }
}
