package dev.qapi.mock.wire;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A DNS server over UDP: every name below {@code egov.test} is this machine, no other exists. */
public final class NameServer implements AutoCloseable {

    /** What the simulated government's names end with; {@code test} is reserved (RFC 6761). */
    public static final String ZONE = ".egov.test";

    /** How long an answer may be remembered. */
    public static final Duration TTL = Duration.ofSeconds(1);

    /** What a client may send without EDNS, and more (RFC 1035, section 2.3.4). */
    private static final int LONGEST_QUERY = 1_232;

    private final DatagramSocket socket;
    private final Map<String, NameFault> faults = new ConcurrentHashMap<>();

    private NameServer(DatagramSocket socket) {
        this.socket = socket;
    }

    /**
     * @param port where it listens, 0 for any free one
     * @throws IOException if something else listens there
     */
    public static NameServer start(int port) throws IOException {
        return start(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
    }

    /**
     * One that others than this machine may ask.
     *
     * @throws IOException if something else listens there
     */
    public static NameServer start(InetSocketAddress at) throws IOException {
        var server = new NameServer(new DatagramSocket(at));
        Thread.ofVirtual().name("name-server").start(server::serve);
        return server;
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    /** What is wrong with one name from now on. */
    public void fail(String name, NameFault fault) {
        faults.put(name.toLowerCase(Locale.ROOT), fault);
    }

    @Override
    public void close() {
        socket.close();
    }

    private void serve() {
        while (!socket.isClosed()) {
            var packet = new DatagramPacket(new byte[LONGEST_QUERY], LONGEST_QUERY);
            try {
                socket.receive(packet);
                answer(packet);
            } catch (IOException | RuntimeException closedOrNoQuery) {
                // whether to go on is asked above
            }
        }
    }

    private void answer(DatagramPacket packet) throws IOException {
        var query = Query.of(packet.getData(), packet.getLength());
        var name = query.name().toLowerCase(Locale.ROOT);
        var fault = faults.getOrDefault(name, NameFault.NONE);
        if (fault != NameFault.SILENT) {
            var answer = fault == NameFault.NONE && name.endsWith(ZONE) ? query.thisMachine() : query.noSuchName();
            socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
        }
    }
}
