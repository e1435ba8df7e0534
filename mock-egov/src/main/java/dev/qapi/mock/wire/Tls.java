package dev.qapi.mock.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** The TLS of one {@link FaultProxy}, and what is wrong with it. */
public final class Tls {

    /** The first byte of a record that carries a ClientHello. */
    static final byte HANDSHAKE = 0x16;

    /** A record of TLS 1.1 with the fatal alert {@code protocol_version} (RFC 4346, section 7.2.2). */
    private static final byte[] NO_SUCH_VERSION = {0x15, 3, 2, 0, 2, 2, 0x46};

    private final Certificates certificates;
    private volatile TlsFault fault = TlsFault.NONE;

    /** @param certificates may be shared */
    public Tls(Certificates certificates) {
        this.certificates = certificates;
    }

    /** What is wrong from the next connection on; those that are open are the proxy's to drop. */
    public void fail(TlsFault fault) {
        this.fault = fault;
    }

    /** @return null if there is no handshake; then the client only is to be listened to until it ends */
    @Nullable
    Socket accept(Client client, byte[] read, int length) throws IOException {
        var now = fault;
        if (now == TlsFault.TLS_1_1_ONLY) {
            client.send(NO_SUCH_VERSION, 0, NO_SUCH_VERSION.length);
            client.finish();
            return null;
        }
        if (now == TlsFault.HANDSHAKE_STALLS) {
            return null;
        }
        var tls = (SSLSocket) certificates
                .context(now)
                .getSocketFactory()
                .createSocket(client.raw(), new ByteArrayInputStream(read.clone(), 0, length), true);
        tls.startHandshake();
        return tls;
    }
}
