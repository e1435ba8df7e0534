package dev.qapi.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qapi.gateway.support.TestLogins;
import dev.qapi.mock.MockEgov;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A gateway for the tests of a class about what people see of themselves. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"qapi.sandbox=true", "management.server.port=0"})
@AutoConfigureWebTestClient(timeout = "20s")
@Import(TestLogins.class)
@DirtiesContext
abstract class OwnDataContext {

    /** The first calls of a process take longer than anybody waits for a register. */
    static final Duration SOON = Duration.ofSeconds(30);

    private static final MockEgov GOVERNMENT = MockEgov.start(0);
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    WebTestClient http;

    @Autowired
    CircuitBreakerRegistry breakers;

    @DynamicPropertySource
    static void government(DynamicPropertyRegistry properties) {
        GOVERNMENT.gatewayProperties().forEach((name, value) -> properties.add(name, () -> value));
    }

    @BeforeEach
    void healthy() {
        breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
    }

    JsonNode get(String path, @Nullable String login, String fault, int status) {
        return get(path, login, fault, status, "en");
    }

    JsonNode get(String path, @Nullable String login, String fault, int status, String language) {
        var request = http.get().uri(path).header("Accept-Language", language);
        if (login != null) {
            request.header(TestLogins.HEADER, login);
        }
        if (!fault.isEmpty()) {
            request.header("Qapi-Fault", fault);
        }
        var told = request.exchange()
                .expectHeader()
                .valueEquals("Cache-Control", "no-store")
                .expectBody()
                .returnResult();
        assertThat(told.getStatus().value()).isEqualTo(status);
        return JSON.readTree(told.getResponseBody());
    }
}
