package dev.qapi.mock.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FlappingTest {

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
    void flapsTheSameWayForTheSameSeed() throws IOException {
        proxy.behave(new Behaviour.Flapping(0.5, 7));
        var once = flaps();
        proxy.behave(new Behaviour.Flapping(0.5, 7));
        assertThat(flaps()).isEqualTo(once);
        assertThat(once.chars().filter(c -> c == 'x').count()).isBetween(25L, 75L);
    }

    private String flaps() throws IOException {
        var seen = new StringBuilder();
        for (var i = 0; i < 100; i++) {
            seen.append(answers() ? '.' : 'x');
        }
        return seen.toString();
    }

    private boolean answers() {
        try (var wire = Wire.to(proxy.port())) {
            return wire.say("a").hear(1).end() == Wire.End.SILENCE;
        } catch (IOException reset) {
            return false;
        }
    }
}
