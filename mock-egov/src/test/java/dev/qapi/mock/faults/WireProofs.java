package dev.qapi.mock.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qapi.mock.wire.Wire;
import dev.qapi.mock.wire.Wire.End;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** What the bytes of a single reply show: F03 to F11, F26, F28, F29, F34. */
final class WireProofs {

    private static final int LENGTH = FixedReply.BODY.length();

    private WireProofs() {}

    static Map<String, Proof> all() {
        var proofs = new HashMap<String, Proof>();
        proofs.put("F03", WireProofs::isSilent);
        proofs.put("F04", late(Government.PATIENCE.multipliedBy(4).dividedBy(5), Government.PATIENCE));
        proofs.put("F05", late(Government.PATIENCE.multipliedBy(3), Government.PATIENCE.multipliedBy(8)));
        proofs.put("F07", half(End.RESET));
        proofs.put("F08", half(End.FIN));
        proofs.put(
                "F09",
                (call, government) ->
                        assertThat(call.see()).returns("", Seen::text).returns(End.FIN, Seen::end));
        proofs.put(
                "F10",
                (call, government) -> assertThat(call.see())
                        .returns(256, seen -> seen.text().length())
                        .returns(false, seen -> seen.text().contains("HTTP"))
                        .returns(End.FIN, Seen::end));
        proofs.put(
                "F11",
                (call, government) -> assertThat(call.see())
                        .returns(200, Seen::status)
                        .returns("chunked", seen -> seen.header("Transfer-Encoding"))
                        .returns("", seen -> seen.header("Content-Length"))
                        .returns("ZZZ\r\n" + FixedReply.BODY, Seen::body)
                        .returns(End.FIN, Seen::end));
        proofs.put("F26", WireProofs::isHuge);
        proofs.put("F28", WireProofs::drips);
        proofs.put("F29:large-headers", (call, government) -> {
            var seen = call.see();
            assertThat(seen.head()).hasSizeGreaterThan(64 << 10);
            assertThat(seen.body()).isEqualTo(FixedReply.BODY);
        });
        proofs.put("F29:illegal-bytes", (call, government) -> {
            var seen = call.see();
            assertThat(seen.head()).contains("Qapi-\0Note: a\u0001\0b");
            assertThat(seen.body()).isEqualTo(FixedReply.BODY);
        });
        proofs.put("F34", WireProofs::flaps);
        return proofs;
    }

    static void isSilent(Call call, Government government) throws IOException {
        assertThat(call.see(Wire.SHORT)).returns("", Seen::text).returns(End.SILENCE, Seen::end);
    }

    static void isReset(Call call, Government government) throws IOException {
        assertThat(call.see()).returns("", Seen::text).returns(End.RESET, Seen::end);
    }

    private static Proof late(Duration least, Duration most) {
        return (call, government) -> {
            var seen = call.see();
            assertThat(seen.isGood()).isTrue();
            assertThat(seen.heard().took()).isBetween(least, most);
        };
    }

    private static Proof half(End end) {
        return (call, government) -> assertThat(call.see())
                .returns(200, Seen::status)
                .returns(Integer.toString(LENGTH), seen -> seen.header("Content-Length"))
                .returns(FixedReply.BODY.substring(0, LENGTH / 2), Seen::body)
                .returns(end, Seen::end);
    }

    private static void isHuge(Call call, Government government) throws IOException {
        try (var wire = Wire.to(call.port())) {
            wire.say(call.request());
            var start = new Seen(wire.hear(500));
            var length = (50L << 20) + LENGTH;
            assertThat(start.header("Content-Length")).isEqualTo(Long.toString(length));
            var left = length - start.bytes().length() - LENGTH;
            wire.socket().getInputStream().skipNBytes(left);
            assertThat(wire.hear()).returns(FixedReply.BODY, Wire.Heard::text).returns(End.FIN, Wire.Heard::end);
        }
    }

    private static void drips(Call call, Government government) throws IOException {
        try (var wire = Wire.to(call.port())) {
            assertThat(wire.say(call.request()).hear(6))
                    .returns("HTTP/1", Wire.Heard::text)
                    .satisfies(heard -> assertThat(heard.took()).isGreaterThan(Duration.ofMillis(450)));
            assertThat(wire.hear(70, Integer.MAX_VALUE).text()).hasSizeLessThan(2);
        }
    }

    private static void flaps(Call call, Government government) throws IOException {
        var reset = 0;
        for (var i = 0; i < 200; i++) {
            reset += call.see().end() == End.RESET ? 1 : 0;
        }
        assertThat(reset).isBetween(70, 130);
    }
}
