package dev.qapi.mock.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qapi.mock.wire.Dns;
import dev.qapi.mock.wire.Wire;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.HashMap;
import java.util.Map;

/** What is seen before anything was asked: F01, F02, F06, F35, F37. */
final class SystemProofs {

    private static final String HOST = "ehis.egov.test";
    private static final int NO_SUCH_NAME = 3;

    private SystemProofs() {}

    static Map<String, Proof> all() {
        var proofs = new HashMap<String, Proof>();
        proofs.put("F01", SystemProofs::isRefused);
        proofs.put("F02", SystemProofs::isDropped);
        proofs.put("F06", SystemProofs::isResetOnAccept);
        proofs.put("F35", SystemProofs::isRefused);
        proofs.put(
                "F37:nxdomain",
                (call, government) -> assertThat(
                                Dns.ask(government.names(), HOST, Dns.A).code())
                        .isEqualTo(NO_SUCH_NAME));
        proofs.put(
                "F37:silent",
                (call, government) -> assertThatThrownBy(() -> Dns.ask(government.names(), HOST, Dns.A))
                        .isInstanceOf(SocketTimeoutException.class));
        return proofs;
    }

    private static void isRefused(Call call, Government government) {
        assertThatThrownBy(() -> Wire.to(call.port()))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("refused");
    }

    private static void isDropped(Call call, Government government) throws IOException {
        try (var socket = new Socket()) {
            var address = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), call.port());
            assertThatThrownBy(() -> socket.connect(address, 300)).isInstanceOf(SocketTimeoutException.class);
        }
    }

    private static void isResetOnAccept(Call call, Government government) throws IOException {
        assertThat(Wire.endOf(call.port())).isEqualTo(Wire.End.RESET);
    }
}
