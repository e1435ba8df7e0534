package dev.qapi.mock.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.function.Supplier;

/** A server that is not HTTP: it gives back whatever it is sent, or begins to speak by itself. */
public final class Upstream implements AutoCloseable, Supplier<InetSocketAddress> {

    private final ServerSocket server;
    private final byte[] greeting;

    private Upstream(ServerSocket server, byte... greeting) {
        this.server = server;
        this.greeting = greeting;
    }

    public static Upstream echo(byte... greeting) throws IOException {
        var upstream = new Upstream(new ServerSocket(0, 100, InetAddress.ofLiteral("127.0.0.1")), greeting);
        Thread.ofVirtual().start(upstream::serve);
        return upstream;
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                Thread.ofVirtual().start(() -> echo(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void echo(Socket socket) {
        try (socket) {
            socket.getOutputStream().write(greeting);
            socket.getInputStream().transferTo(socket.getOutputStream());
        } catch (IOException cut) {
            // as the test wants it
        }
    }

    @Override
    public InetSocketAddress get() {
        return (InetSocketAddress) server.getLocalSocketAddress();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
