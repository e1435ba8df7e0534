package dev.qapi.gateway.resilience;

import static dev.qapi.gateway.resilience.Mutations.mutated;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qapi.eservice.Evidence;
import dev.qapi.eservice.Failure;
import dev.qapi.eservice.Inquiry;
import dev.qapi.eservice.Policy;
import dev.qapi.eservice.Register;
import dev.qapi.gateway.json.StrictJson;
import dev.qapi.gateway.registers.Route;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.springframework.http.ResponseEntity;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Whatever happens to a reply on its way, what it states is never turned into another statement. */
class MutationTests {

    private static final String VMMS = "dev.qapi.services.applications.";
    private static final JsonMapper json = StrictJson.forRegisters();
    private static final Judge judge = new Judge(Clock.fixed(Instant.parse("2026-11-23T06:00:05Z"), ZoneOffset.UTC));

    private static final String ASKED = """
            {"document":{"type":"PASSPORT","number":"C01234567"},"birthDate":"1990-04-12","citizenship":"TUR"}""";
    private static final String NOBODY = """
            {"outcome":"NO_MATCH","asOf":"2026-11-23T10:00:00+04:00","complete":true,"subject":\
            {"documentNumber":"C01234567","birthDate":"1990-04-12","citizenship":"TUR"},"applications":[]}""";
    private static final String KNOWN = NOBODY.replace("NO_MATCH", "MATCHED").replace("[]", """
            [{"number":"MR-2026-0000001","kind":"TRP","status":"130","statusSince":"2026-11-09","holder":"DMX",\
            "waitingFor":[],"issued":[],"history":[{"status":"130","at":"2026-11-09T09:30:00+04:00"}]}]""");

    @Property(tries = 20_000)
    void nobodyStaysNobody(@ForAll Random random, @ForAll @IntRange(min = 1, max = 3) int times) {
        assertThat(verdict(mutated(NOBODY, random, times))).isIn("NotFound", "Untrusted");
    }

    @Property(tries = 20_000)
    void aKnownPersonStaysKnown(@ForAll Random random, @ForAll @IntRange(min = 1, max = 3) int times) {
        assertThat(verdict(mutated(KNOWN, random, times))).isIn("C01234567", "Untrusted");
    }

    @Property(tries = 5_000)
    void noPartOfAKnownPersonsReplyIsNobody(
            @ForAll @IntRange(max = 700) int from, @ForAll @IntRange(max = 700) int to) {
        var begin = Math.min(Math.min(from, to), KNOWN.length());
        var end = Math.min(Math.max(from, to), KNOWN.length());
        assertThat(verdict(bytes(KNOWN.substring(0, begin) + KNOWN.substring(end))))
                .isIn("C01234567", "Untrusted");
    }

    @Example
    void unchangedTheyAreUnderstood() {
        assertThat(verdict(bytes(NOBODY))).isEqualTo("NotFound");
        assertThat(verdict(bytes(KNOWN))).isEqualTo("C01234567");
    }

    @Example
    void aListThatLostItsOnlyEntryIsNoProofOfNobody() {
        assertThat(verdict(bytes(NOBODY.replace("NO_MATCH", "MATCHED")))).isEqualTo("Untrusted");
    }

    /** The failure, or whom the answer is about. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // the slice's own types, which nobody else may name
    private static String verdict(byte[] reply) {
        try {
            var inquiry = (Inquiry) json.readValue(ASKED, Class.forName(VMMS + "TrackingInquiry"));
            var evidence = (Evidence) json.readValue(reply, Class.forName(VMMS + "Vmms$Reply"));
            var answer = judge.judge(
                    new Route(Register.VMMS, Register.EHIS), Policy.NEVER_KEPT, inquiry, ResponseEntity.ok(evidence));
            return json.valueToTree(answer.data()).at("/subject/documentNumber").asString();
        } catch (JacksonException undecodable) {
            return "Untrusted";
        } catch (Failure failure) {
            return failure.getClass().getSimpleName();
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
