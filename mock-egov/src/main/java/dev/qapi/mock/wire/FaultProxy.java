package dev.qapi.mock.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Stands before a server and fails as it is told. Knows no protocol; ends TLS, if it has
 * {@link Tls}, for whoever begins with a handshake, and speaks plainly with all others on the same port.
 */
public final class FaultProxy implements AutoCloseable {

    private final Supplier<InetSocketAddress> upstream;
    private final @Nullable Tls tls;
    private final ReplyInspector inspector;
    private final Port port;
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private volatile Behaviour behaviour = Behaviour.Fixed.PASS;
    private Random chance = new Random(0);

    private FaultProxy(Port port, Supplier<InetSocketAddress> upstream, @Nullable Tls tls, ReplyInspector inspector) {
        this.port = port;
        this.upstream = upstream;
        this.tls = tls;
        this.inspector = inspector;
    }

    /**
     * One without TLS that looks into nothing.
     *
     * @throws IOException as the other
     */
    public static FaultProxy start(int port, Supplier<InetSocketAddress> upstream) throws IOException {
        return start(port, upstream, null, ReplyInspector.NONE);
    }

    /**
     * @param port where it listens, 0 for any free one
     * @param upstream asked for each connection, since a restarted server may stand elsewhere
     * @param tls null if a handshake is passed on like any other bytes
     * @throws IOException if something else listens there
     */
    public static FaultProxy start(
            int port, Supplier<InetSocketAddress> upstream, @Nullable Tls tls, ReplyInspector inspector)
            throws IOException {
        return start(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), upstream, tls, inspector);
    }

    /**
     * One that others than this machine may reach.
     *
     * @param at where it listens
     * @throws IOException if something else listens there
     */
    public static FaultProxy start(
            InetSocketAddress at, Supplier<InetSocketAddress> upstream, @Nullable Tls tls, ReplyInspector inspector)
            throws IOException {
        var proxy = new FaultProxy(new Port(at.getAddress(), at.getPort()), upstream, tls, inspector);
        try {
            proxy.listen();
        } catch (IOException e) {
            proxy.port.close();
            throw e;
        }
        return proxy;
    }

    /** Where it listens. */
    public int port() {
        return port.number();
    }

    /** How it behaves now. */
    public Behaviour behaviour() {
        return behaviour;
    }

    /**
     * Returns when it behaves so.
     *
     * @throws UncheckedIOException if the port cannot be taken back
     */
    public synchronized void behave(Behaviour next) {
        var connecting = behaviour.isOfConnecting() || next.isOfConnecting();
        behaviour = next;
        if (next instanceof Behaviour.Flapping flapping) {
            chance = new Random(flapping.seed());
        }
        try {
            switch (next) {
                case Behaviour.Fixed.REFUSED -> port.refuse();
                case Behaviour.Fixed.BLACK_HOLE -> port.swallow();
                default -> listen();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (connecting) {
            dropConnections();
        }
    }

    /** Resets every open connection. */
    public void dropConnections() {
        connections.forEach(Connection::reset);
    }

    /** How many are open. */
    public int connections() {
        return connections.size();
    }

    @Override
    public synchronized void close() {
        port.close();
        dropConnections();
    }

    @Nullable
    Tls tls() {
        return tls;
    }

    InetSocketAddress upstream() {
        return upstream.get();
    }

    ReplyInspector inspector() {
        return inspector;
    }

    void forget(Connection connection) {
        connections.remove(connection);
    }

    private void listen() throws IOException {
        if (!port.isListening()) {
            Thread.ofVirtual().name("fault-proxy-" + port()).start(new Acceptor(port.listen(), this::admit));
        }
    }

    private synchronized void admit(Socket accepted) throws IOException {
        var client = new Client(accepted);
        var flaps = behaviour instanceof Behaviour.Flapping(double share, long _) && chance.nextDouble() < share;
        if (flaps || behaviour == Behaviour.Fixed.RESET_ON_ACCEPT) {
            client.reset();
            return;
        }
        var connection = new Connection(this, client, behaviour);
        connections.add(connection);
        Thread.ofVirtual().start(connection);
    }
}
