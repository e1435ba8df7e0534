package dev.qapi.mock.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** F12 to F19, F27 and F36: always a whole reply that looks like an answer. */
final class ContentProofs {

    private static final String GOOD = FixedReply.BODY;

    private ContentProofs() {}

    static Map<String, Proof> all() {
        var proofs = new HashMap<String, Proof>();
        proofs.put("F12", body("{\"outcome\":\"MA"));
        proofs.put("F13:without-outcome", body(GOOD.replace("\"outcome\":\"MATCHED\",", "")));
        proofs.put("F13:empty", body("{}"));
        proofs.put("F13:foreign", body("{\"foo\":1}"));
        proofs.put("F14:empty", body(""));
        proofs.put("F14:null", body("null"));
        proofs.put(
                "F14:no-content",
                (call, government) ->
                        assertThat(call.see()).returns(204, Seen::status).returns("", Seen::body));
        proofs.put("F15:unknown", body(GOOD.replace("MATCHED", "SUSPENDED_BY_COURT")));
        proofs.put("F15:number", body(GOOD.replace("\"MATCHED\"", "1")));
        proofs.put("F15:true", body(GOOD.replace("\"MATCHED\"", "true")));
        proofs.put("F15:list", body(GOOD.replace("\"MATCHED\"", "[]")));
        proofs.put("F16:duplicate", body(GOOD.replaceAll("}$", ",\"outcome\":\"NO_MATCH\"}")));
        proofs.put("F16:trailing", body(GOOD + "{\"outcome\":\"NONE\"}"));
        proofs.put("F17:html", page(Pages.HTML));
        proofs.put("F17:html-as-json", page("application/json"));
        proofs.put("F18", body(GOOD.replace("C01234567", "C01234568").replace("1988", "1984")));
        proofs.put("F19:old", asOf(-Duration.ofDays(31).toSeconds()));
        proofs.put("F19:future", asOf(Duration.ofHours(1).toSeconds()));
        proofs.put("F19:absent", body(GOOD.replaceAll("\"asOf\":\"[^\"]*\",", "")));
        proofs.put("F27", ContentProofs::isBomb);
        proofs.put("F36", body(GOOD.replace("[{\"number\":\"1\"}]", "[".repeat(10_000) + "]".repeat(10_000))));
        return proofs;
    }

    private static Proof whole(Consumer<Seen> look) {
        return (call, government) -> {
            var seen = call.see();
            assertThat(seen)
                    .returns(200, Seen::status)
                    .returns(true, Seen::isWhole)
                    .returns("1", s -> s.header("X-Road-Id"));
            look.accept(seen);
        };
    }

    private static Proof body(String expected) {
        return whole(seen -> assertThat(seen)
                .returns(expected, Seen::body)
                .returns("application/json", s -> s.header("Content-Type")));
    }

    private static Proof page(String mediaType) {
        return whole(seen -> assertThat(seen)
                .returns(Pages.MAINTENANCE, Seen::body)
                .returns(mediaType, s -> s.header("Content-Type")));
    }

    private static Proof asOf(long seconds) {
        return whole(seen -> {
            var asOf = OffsetDateTime.parse(seen.json().path("asOf").stringValue());
            assertThat(Duration.between(Instant.now(), asOf).toSeconds()).isCloseTo(seconds, within(5));
            assertThat(seen.json().path("outcome").stringValue()).isEqualTo("MATCHED");
        });
    }

    private static org.assertj.core.data.Offset<Long> within(long seconds) {
        return org.assertj.core.data.Offset.offset(seconds);
    }

    private static void isBomb(Call call, Government government) throws Exception {
        var seen = call.see();
        assertThat(seen.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(seen.bytes()).hasSizeBetween(190 << 10, 220 << 10);
        try (var body = new GZIPInputStream(
                new ByteArrayInputStream(seen.bytes().getBytes(StandardCharsets.ISO_8859_1)), 1 << 16)) {
            assertThat(new String(body.readNBytes(GOOD.length()), StandardCharsets.UTF_8))
                    .isEqualTo(GOOD);
            var buffer = new byte[1 << 16];
            var blanks = 0L;
            for (int length; (length = body.read(buffer)) >= 0; ) {
                blanks += length;
            }
            assertThat(blanks).isEqualTo(200L << 20);
        }
    }
}
