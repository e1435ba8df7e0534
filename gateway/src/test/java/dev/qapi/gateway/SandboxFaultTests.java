package dev.qapi.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static dev.qapi.gateway.support.People.somebody;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import dev.qapi.gateway.support.Bridge;
import dev.qapi.gateway.support.OwnGateway;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.MediaType;

/** In the sandbox a caller may ask for a fault; elsewhere nothing of a stranger's headers reaches a register. */
class SandboxFaultTests {

    private static final String FAULT = "EHIS; delay=3s, VMMS; status=500";
    private static final String SECRET = "qapi.secret=MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    @TempDir
    Path data;

    private static void ask(OwnGateway gateway, String fault) {
        gateway.http()
                .post()
                .uri("/api/v1/applications/track")
                .header("Qapi-Fault", fault)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(somebody())
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
    }

    /** What EHİS was told, then what ASAN Bridge was told; a warm-up is told nothing. */
    private static List<String> told(OwnGateway gateway, Bridge bridge) {
        var ehis = gateway.vmms().wire().findAll(postRequestedFor(anyUrl()));
        return Stream.concat(ehis.stream(), bridge.calls().stream())
                .map(call -> call.getHeader("Qapi-Fault"))
                .filter(Objects::nonNull)
                .toList();
    }

    @Test
    void inTheSandboxEveryCallForTheRequestCarriesIt() {
        try (var bridge = new Bridge();
                var gateway = OwnGateway.on(data, bridge.properties())) {
            gateway.vmms().replies(reply -> reply.withFault(Fault.CONNECTION_RESET_BY_PEER));
            ask(gateway, FAULT);
            assertThat(told(gateway, bridge)).containsExactly(FAULT, FAULT);
            ask(gateway, "x".repeat(201));
            assertThat(told(gateway, bridge)).hasSize(2);
            ask(gateway, "x".repeat(200));
            assertThat(told(gateway, bridge)).hasSize(4);
        }
    }

    @Test
    void outsideItNoCallDoes() {
        try (var bridge = new Bridge();
                var gateway = OwnGateway.on(
                        data,
                        bridge.properties(
                                "qapi.sandbox=false",
                                SECRET,
                                "REDIS_URL=redis://127.0.0.1:1",
                                "MONGODB_URI=mongodb://127.0.0.1:1/qapi?serverSelectionTimeoutMS=500"))) {
            gateway.vmms().replies(reply -> reply.withFault(Fault.CONNECTION_RESET_BY_PEER));
            ask(gateway, FAULT);
            assertThat(gateway.vmms().calls()).isPositive();
            assertThat(bridge.calls()).isNotEmpty();
            assertThat(told(gateway, bridge)).isEmpty();
        }
    }
}
