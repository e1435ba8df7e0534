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
import org.jspecify.annotations.Nullable;

/**
 * A port, held from beginning to end by a socket that is bound and does not listen, so that nobody else gets it while
 * connecting is refused. Linux lets a second socket listen beside it; elsewhere the port is free while it is refused.
 */
final class Port implements AutoCloseable {

    private static final int BACKLOG = 1_024;
    /** Milliseconds after which a connection over loopback has been dropped. */
    private static final int DROPPED = 100;
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

    /** Listens, unless it does. */
    ServerSocket open() throws IOException {
        var open = listening;
        if (open == null || !filling.isEmpty()) {
            open = listen(BACKLOG);
        }
        return open;
    }

    /** Listens no more. */
    void refuse() {
        Quietly.close(listening);
        listening = null;
        filling.forEach(Quietly::close);
        filling.clear();
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
