package dev.qapi.mock.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qapi.mock.wire.Wire.End;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes back, before a server that is not HTTP. */
class BehaviourTest {

    private static final String HUNDRED = "0123456789".repeat(10);

    private Upstream upstream;
    private FaultProxy proxy;
    private Wire wire;

    @BeforeEach
    void start() throws IOException {
        upstream = Upstream.echo();
        proxy = FaultProxy.start(0, upstream, null, BehaviourTest::secondThoughts);
        wire = Wire.to(proxy.port());
        wire.say("a").hear(1);
    }

    @AfterEach
    void close() throws IOException {
        wire.close();
        proxy.close();
        upstream.close();
    }

    /** A reply that begins with {@code !} is silenced, one with {@code ?} gets another start, slowly. */
    private static @Nullable Spoilt secondThoughts(byte[] bytes, int length) {
        var start = new ByteArrayInputStream("so?".getBytes(StandardCharsets.US_ASCII));
        return switch (bytes[0]) {
            case '!' -> new Spoilt(Duration.ZERO, start, Behaviour.Fixed.SILENT);
            case '?' -> new Spoilt(Duration.ofMillis(150), start, Behaviour.Fixed.PASS);
            case '/' -> new Spoilt(Duration.ZERO, start, new Behaviour.ResetAfter(2));
            default -> null;
        };
    }

    @Test
    void resetsAfterSoManyBytes() throws IOException {
        proxy.behave(new Behaviour.ResetAfter(42));
        assertThat(wire.say(HUNDRED).hear())
                .returns(HUNDRED.substring(0, 42), Wire.Heard::text)
                .returns(End.RESET, Wire.Heard::end);
    }

    @Test
    void endsInOrderAfterSoManyBytes() throws IOException {
        proxy.behave(new Behaviour.Truncate(42));
        assertThat(wire.say(HUNDRED).hear())
                .returns(HUNDRED.substring(0, 42), Wire.Heard::text)
                .returns(End.FIN, Wire.Heard::end);
        assertThat(wire.say("more").hear().end()).isEqualTo(End.FIN);
    }

    @Test
    void isLate() throws IOException {
        proxy.behave(new Behaviour.Latency(Duration.ofMillis(120)));
        for (var i = 0; i < 2; i++) {
            assertThat(wire.say("b").hear(1).took()).isBetween(Duration.ofMillis(120), Duration.ofSeconds(2));
        }
    }

    @Test
    void isNarrow() throws IOException {
        proxy.behave(new Behaviour.Bandwidth(1_000));
        var heard = wire.say(HUNDRED.repeat(3)).hear(300);
        assertThat(heard.text()).isEqualTo(HUNDRED.repeat(3));
        assertThat(heard.took()).isBetween(Duration.ofMillis(250), Duration.ofSeconds(2));
    }

    @Test
    void drips() throws IOException {
        proxy.behave(new Behaviour.Slicer(10, Duration.ofMillis(50)));
        assertThat(wire.say(HUNDRED).hear(1).text()).isEqualTo("0");
        assertThat(wire.hear(40, Integer.MAX_VALUE).text()).isEqualTo("123456789");
        assertThat(wire.hear(90).text()).isEqualTo(HUNDRED.substring(10));
    }

    @Test
    void flipsTheSameBitsForTheSameSeedHoweverTheBytesAreCut() throws IOException {
        proxy.behave(new Behaviour.Corrupt(1));
        var once = wire.say(HUNDRED).hear(100).text();
        proxy.behave(new Behaviour.Corrupt(2));
        proxy.behave(new Behaviour.Corrupt(1));
        assertThat(wire.say("x").hear(1).text()).hasSize(1);
        proxy.behave(new Behaviour.Corrupt(1));
        try (var other = Wire.to(proxy.port())) {
            var cut = other.say(HUNDRED.substring(0, 33)).hear(33).text()
                    + other.say(HUNDRED.substring(33)).hear(67).text();
            assertThat(cut).isEqualTo(once);
        }
        assertThat(differences(once)).isBetween(5, 7);
    }

    private static int differences(String text) {
        var bits = 0;
        for (var i = 0; i < text.length(); i++) {
            bits += Integer.bitCount(text.charAt(i) ^ HUNDRED.charAt(i));
        }
        return bits;
    }

    @Test
    void spoilsOneReplyOfAConnectionThatIsKept() throws IOException {
        assertThat(wire.say("b").hear(1).text()).isEqualTo("b");
        var late = wire.say("?").hear(3);
        assertThat(late.text()).isEqualTo("so?");
        assertThat(late.took()).isGreaterThan(Duration.ofMillis(140));
        assertThat(wire.say("c").hear(1).text()).isEqualTo("c");
        assertThat(wire.say("/").hear()).returns("so", Wire.Heard::text).returns(End.RESET, Wire.Heard::end);
    }

    @Test
    void silencesOneReplyForEverButNotOthers() throws IOException {
        assertThat(wire.say("!").hear()).returns("", Wire.Heard::text).returns(End.SILENCE, Wire.Heard::end);
        assertThat(wire.say("b").hear().end()).isEqualTo(End.SILENCE);
        try (var other = Wire.to(proxy.port())) {
            assertThat(other.say("b").hear(1).text()).isEqualTo("b");
        }
    }
}
