package dev.qapi.mock.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qapi.mock.wire.Wire;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a fault hits, and for how long. */
class NarrowFaultsTest {

    private static Government government;

    @BeforeAll
    static void start() throws IOException {
        government = new Government(new Latency(false, 0));
    }

    @AfterAll
    static void close() {
        government.close();
    }

    @AfterEach
    void end() throws IOException {
        government.admin("DELETE", "faults", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"F01", "F06", "F35"})
    void whatCannotBeRefusedIsReset(String fault) throws IOException {
        post("{\"fault\":\"%s\",\"register\":\"VMMS\"}".formatted(fault));
        WireProofs.isReset(government.call(), government);
        assertThat(government.call().to("IAMAS/EHIS/persons").see().isGood()).isTrue();
        end();
        WireProofs.isReset(government.call().asking(fault), government);
        assertThat(government.call().see().isGood()).isTrue();
    }

    @Test
    void whatCannotBeDroppedIsSilent() throws IOException {
        post("{\"fault\":\"F02\",\"operation\":\"applications/search\"}");
        WireProofs.isSilent(government.call(), government);
        assertThat(government.call().to("VMMS/EHIS/other").see().isGood()).isTrue();
    }

    @Test
    void everybodyIsHitWithoutATarget() throws IOException {
        post("{\"fault\":\"F06\"}");
        assertThat(Wire.endOf(government.port(Government.EHIS))).isEqualTo(Wire.End.RESET);
        assertThat(Wire.endOf(government.port(Government.GPP))).isEqualTo(Wire.End.RESET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"F01", "F02", "F06", "F30", "F33", "F37"})
    void whoIsConnectedNoticesToo(String fault) throws IOException {
        try (var open = Wire.to(government.port(Government.EHIS));
                var other = Wire.to(government.port(Government.GPP))) {
            open.say("G").hear(50, 1);
            post("{\"fault\":\"%s\",\"system\":\"EHIS\"}".formatted(fault));
            assertThat(open.hear().end()).isEqualTo(Wire.End.RESET);
            assertThat(other.hear(50, 1).end()).isEqualTo(Wire.End.SILENCE);
        }
    }

    @Test
    void anOutageEndsByItself() throws IOException {
        post("{\"fault\":\"F35\",\"system\":\"EHIS\",\"seconds\":0.4}");
        var before = System.nanoTime();
        while (!isWell()) {
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
        }
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(200));
        assertThat(government.admin("GET", "faults", "").body()).contains("\"live\":[]");
    }

    private static boolean isWell() {
        try {
            var seen = government.call().see();
            return !seen.text().isEmpty() && seen.isGood();
        } catch (IOException refused) {
            return false;
        }
    }

    @Test
    void oneReplyOfAConnectionThatIsKeptIsSpoilt() throws IOException {
        var kept = government.call().request().replace("Connection: close\r\n", "");
        var spoilt = kept.replace("\r\n\r\n", "\r\nQapi-Fault: F14:null\r\n\r\n");
        try (var wire = Wire.to(government.call().port())) {
            assertThat(new Seen(wire.say(kept).hear(150, 100_000)).body()).isEqualTo(FixedReply.BODY);
            assertThat(new Seen(wire.say(spoilt).hear(150, 100_000)).body()).isEqualTo("null");
            assertThat(new Seen(wire.say(kept).hear(150, 100_000)).body()).isEqualTo(FixedReply.BODY);
            var cut = kept.replace("\r\n\r\n", "\r\nQapi-Fault: F07\r\n\r\n");
            assertThat(wire.say(cut).hear().end()).isEqualTo(Wire.End.RESET);
        }
    }

    @Test
    void oneCallCanAskForSeveral() throws IOException {
        var seen = government.call().asking("F04, F16@VMMS, F20@IAMAS").see();
        assertThat(seen.body()).endsWith(",\"outcome\":\"NO_MATCH\"}");
        assertThat(seen.heard().took()).isGreaterThan(Duration.ofMillis(150));
        assertThat(seen.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"F99", "", "F14:nil", "F30", "F37:silent", "F38:F05", "F38:F38@VMMS", "F05;F06"})
    void anImpossibleHeaderIsRefused(String fault) throws IOException {
        var seen = government.call().asking(fault).see();
        assertThat(seen.status()).isEqualTo(400);
        assertThat(seen.body()).startsWith("Qapi-Fault: ");
    }

    @Test
    void oneOfSeveralSourcesFailsInAnyWay() throws IOException {
        post("{\"fault\":\"F38\",\"variant\":\"F14:null\",\"register\":\"VMMS\"}");
        assertThat(government.call().see().body()).isEqualTo("null");
        assertThat(government.call().to("ENFORCEMENT/EHIS/bans").see().isGood()).isTrue();
    }

    private static void post(String wish) throws IOException {
        var posted = government.admin("POST", "faults", wish);
        assertThat(posted.statusCode()).describedAs(posted.body()).isEqualTo(201);
    }
}
