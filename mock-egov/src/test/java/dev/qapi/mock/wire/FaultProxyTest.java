package dev.qapi.mock.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qapi.mock.wire.Behaviour.Fixed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Faults of connecting, before a server that is not HTTP. */
class FaultProxyTest {

    private Upstream upstream;
    private FaultProxy proxy;

    @BeforeEach
    void start() throws IOException {
        upstream = Upstream.echo();
        proxy = FaultProxy.start(0, upstream);
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
        upstream.close();
    }

    @Test
    void passesEverythingBothWaysAndTheEndOfEachDirection() throws IOException {
        var much = "0123456789".repeat(100_000);
        try (var wire = Wire.to(proxy.port())) {
            Thread.ofVirtual().start(() -> sayAndEnd(wire, much));
            assertThat(wire.hear()).returns(much, Wire.Heard::text).returns(Wire.End.FIN, Wire.Heard::end);
        }
    }

    @Test
    void letsAServerSpeakFirst() throws IOException {
        try (var greeting = Upstream.echo((byte) 'h', (byte) 'i');
                var before = FaultProxy.start(0, greeting);
                var wire = Wire.to(before.port())) {
            assertThat(wire.hear(2).text()).isEqualTo("hi");
        }
    }

    @Test
    void refusesCutsWhoIsConnectedAndTakesItsPortBack() throws IOException {
        try (var open = Wire.to(proxy.port())) {
            open.say("a").hear(1);
            proxy.behave(Fixed.REFUSED);
            assertThat(open.hear().end()).isEqualTo(Wire.End.RESET);
        }
        assertThatThrownBy(() -> Wire.to(proxy.port())).isInstanceOf(ConnectException.class);
        var port = proxy.port();
        proxy.behave(Fixed.PASS);
        assertThat(proxy.port()).isEqualTo(port);
        assertWell();
    }

    @Test
    void swallowsWhoConnectsUntilTheyGiveUp() throws IOException {
        proxy.behave(Fixed.BLACK_HOLE);
        for (var i = 0; i < 3; i++) {
            try (var socket = new Socket()) {
                var address = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), proxy.port());
                assertThatThrownBy(() -> socket.connect(address, 200)).isInstanceOf(SocketTimeoutException.class);
            }
        }
        proxy.behave(Fixed.PASS);
        assertWell();
    }

    @Test
    void acceptsAndIsSilent() throws IOException {
        proxy.behave(Fixed.SILENT);
        try (var wire = Wire.to(proxy.port())) {
            assertThat(wire.say("a").hear().end()).isEqualTo(Wire.End.SILENCE);
            proxy.behave(Fixed.PASS);
            assertThat(wire.hear().end()).isEqualTo(Wire.End.RESET);
        }
        assertWell();
    }

    @Test
    void resetsOnAccept() throws IOException {
        proxy.behave(Fixed.RESET_ON_ACCEPT);
        assertThat(Wire.endOf(proxy.port())).isEqualTo(Wire.End.RESET);
    }

    @Test
    void endsItsDirectionAndStillListens() throws IOException {
        proxy.behave(Fixed.HALF_CLOSE);
        try (var wire = Wire.to(proxy.port())) {
            assertThat(wire.hear().end()).isEqualTo(Wire.End.FIN);
            assertThat(wire.say("a").say("b").hear().end()).isEqualTo(Wire.End.FIN);
        }
    }

    @Test
    void forgetsConnectionsThatEnded() throws IOException {
        for (var i = 0; i < 20; i++) {
            assertWell();
        }
        proxy.behave(Fixed.SILENT);
        try (var wire = Wire.to(proxy.port())) {
            wire.say("a").hear();
        }
        var deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (proxy.connections() > 0 && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(proxy.connections()).isZero();
    }

    private void assertWell() throws IOException {
        try (var wire = Wire.to(proxy.port())) {
            assertThat(wire.say("ping").hear(4).text()).isEqualTo("ping");
        }
    }

    private static void sayAndEnd(Wire wire, String text) {
        try {
            wire.say(text);
            wire.socket().shutdownOutput();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
