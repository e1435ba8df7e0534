package dev.qapi.mock.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qapi.mock.wire.Behaviour.Fixed;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PortTest {

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
    void changesItsMindQuickly() throws IOException {
        for (var i = 0; i < 40; i++) {
            proxy.behave(Fixed.REFUSED);
            assertThatThrownBy(() -> Wire.to(proxy.port())).isInstanceOf(ConnectException.class);
            proxy.behave(Fixed.PASS);
            try (var wire = Wire.to(proxy.port())) {
                assertThat(wire.say("ping").hear(4).text()).isEqualTo("ping");
            }
        }
    }

    @Test
    void saysThatItsPortIsTaken() {
        assertThatThrownBy(() -> FaultProxy.start(proxy.port(), upstream)).isInstanceOf(BindException.class);
    }
}
