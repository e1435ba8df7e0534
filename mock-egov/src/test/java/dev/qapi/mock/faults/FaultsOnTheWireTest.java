package dev.qapi.mock.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qapi.mock.wire.Dns;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Every fault in every way shows on the wire, hits nobody else and ends. One without a proof fails. */
class FaultsOnTheWireTest {

    private static final Map<String, Proof> PROOFS = new HashMap<>();
    private static Government government;

    @BeforeAll
    static void start() throws IOException {
        government = new Government(new Latency(false, 0));
        Stream.of(SystemProofs.all(), TlsProofs.all(), WireProofs.all(), ContentProofs.all(), StatusProofs.all())
                .forEach(PROOFS::putAll);
        PROOFS.put("F38:F20:500", (call, all) -> assertThat(call.see().status()).isEqualTo(500));
    }

    @AfterAll
    static void close() {
        government.close();
    }

    @AfterEach
    void end() throws IOException {
        government.admin("DELETE", "faults", "");
    }

    static Stream<Choice> choices() {
        return Stream.of(Fault.values())
                .flatMap(fault -> fault.variants().isEmpty()
                        ? Stream.of(Choice.of(fault, null))
                        : fault.variants().stream().map(variant -> Choice.of(fault, variant)));
    }

    /** Those that a single call can ask for. */
    static Stream<Choice> ofACall() {
        return choices()
                .filter(choice -> choice.fault().level() != Level.CONNECTION
                        && !choice.fault().level().isOfSystemsOnly());
    }

    @ParameterizedTest
    @MethodSource("choices")
    void isSwitchedOnAndOff(Choice choice) throws Exception {
        var wide = ofACall().noneMatch(choice::equals);
        var posted = government.admin("POST", "faults", """
                {"fault": "%s", "variant": "%s", %s}""".formatted(
                choice.fault(),
                choice.variant(),
                wide ? "\"system\": \"EHIS\"" : "\"register\": \"VMMS\", \"operation\": \"applications/search\""));
        assertThat(posted.statusCode()).describedAs(posted.body()).isEqualTo(201);

        proof(choice).look(government.call(), government);
        assertOthersAreWell(wide);

        var id = new JsonMapper().readTree(posted.body()).path("id").stringValue();
        assertThat(government.admin("DELETE", "faults/" + id, "").statusCode()).isEqualTo(204);
        assertThat(government.call().see().isGood()).isTrue();
        assertThat(Dns.ask(government.names(), "ehis.egov.test", Dns.A).code()).isZero();
        assertOverTls(government.port(Government.EHIS), "ehis.egov.test");
    }

    @ParameterizedTest
    @MethodSource("ofACall")
    void isAskedForByASingleCall(Choice choice) throws Exception {
        proof(choice).look(government.call().asking(choice + "@VMMS/EHIS"), government);
        assertThat(government.call().see().isGood()).isTrue();
    }

    private static Proof proof(Choice choice) {
        return Objects.requireNonNull(PROOFS.get(choice.toString()), choice + " has no proof");
    }

    private static void assertOthersAreWell(boolean wide) throws Exception {
        if (wide) {
            var call = government.call().over(government.port(Government.GPP));
            assertThat(call.to("GPP/GPP/payments").see().isGood()).isTrue();
            assertOverTls(call.port(), "gpp.egov.test");
            assertThat(Dns.ask(government.names(), "gpp.egov.test", Dns.A).code())
                    .isZero();
        } else {
            assertThat(government
                            .call()
                            .to("IAMAS/EHIS/applications/search")
                            .see()
                            .isGood())
                    .isTrue();
            assertThat(government
                            .call()
                            .to("VMMS/EHIS/applications/other")
                            .see()
                            .isGood())
                    .isTrue();
        }
    }

    private static void assertOverTls(int port, String host) throws Exception {
        try (var socket = new TlsClient(government.authority()).connect(port, host)) {
            var call = new Call(port, "GPP/GPP/payments", "");
            assertThat(new Seen(new dev.qapi.mock.wire.Wire(socket)
                                    .say(call.request())
                                    .hear(5_000, 100_000))
                            .isGood())
                    .isTrue();
        }
    }
}
