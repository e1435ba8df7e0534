package dev.qapi.mock.wire;

import java.io.IOException;
import java.net.Socket;

/** One client and, if it comes that far, its connection upstream: a thread for each direction. */
final class Connection implements Runnable {

    private static final int BUFFER = 16 * 1024;

    private final FaultProxy proxy;
    private final Client client;
    private final Behaviour behaviour;
    private final Socket upstream = new Socket();
    private volatile boolean asked;

    /** @param behaviour as it was when the client was accepted */
    Connection(FaultProxy proxy, Client client, Behaviour behaviour) {
        this.proxy = proxy;
        this.client = client;
        this.behaviour = behaviour;
    }

    Client client() {
        return client;
    }

    Socket upstream() {
        return upstream;
    }

    /** Whether the client has sent anything since this was asked last: then what comes now is the start of a reply. */
    boolean isReplyDue() {
        var due = asked;
        if (due) {
            asked = false;
        }
        return due;
    }

    @Override
    public void run() {
        try {
            converse(new byte[BUFFER]);
            client.close();
        } catch (IOException | RuntimeException cut) {
            reset();
        } finally {
            Quietly.close(upstream);
            proxy.forget(this);
        }
    }

    void reset() {
        client.reset();
        Quietly.close(upstream);
    }

    private void converse(byte[] buffer) throws IOException {
        if (behaviour == Behaviour.Fixed.HALF_CLOSE) {
            client.finish();
        }
        var first = 0;
        var tls = proxy.tls();
        if (tls != null && behaviour != Behaviour.Fixed.SILENT) {
            first = client.read(buffer);
            if (first > 0 && buffer[0] == Tls.HANDSHAKE) {
                if (!client.speaks(tls.accept(client, buffer, first))) {
                    client.drain(buffer);
                    return;
                }
                first = 0;
            }
        }
        if (behaviour == Behaviour.Fixed.SILENT) {
            client.drain(buffer);
        } else if (first >= 0) {
            relay(buffer, first);
        }
    }

    private void relay(byte[] buffer, int first) throws IOException {
        upstream.connect(proxy.upstream());
        upstream.setTcpNoDelay(true);
        var replies = Thread.ofVirtual().start(new Replies(this, proxy, new byte[BUFFER]));
        for (var length = first; length >= 0; length = client.read(buffer)) {
            if (length > 0 && !forward(buffer, length)) {
                client.drain(buffer);
            }
        }
        endUpstream();
        join(replies);
    }

    /** @return false if nobody takes it any more */
    private boolean forward(byte[] buffer, int length) {
        asked = true;
        try {
            upstream.getOutputStream().write(buffer, 0, length);
            return true;
        } catch (IOException gone) {
            return false;
        }
    }

    private void endUpstream() {
        try {
            upstream.shutdownOutput();
        } catch (IOException gone) {
            // its end was told already
        }
    }

    private static void join(Thread replies) throws IOException {
        try {
            replies.join();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
