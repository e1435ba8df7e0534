package dev.qapi.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qapi.gateway.support.TestLogins;
import dev.qapi.mock.MockEgov;
import dev.qapi.mock.Settings;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.reactive.function.BodyInserters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A gateway before a simulated government, for the tests of a class about what is filed. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "qapi.sandbox=true",
            "management.server.port=0",
            "qapi.resilience.rest=100ms",
            "qapi.filing.poll=200ms",
            "qapi.filing.longest=1s",
            "qapi.papers.address=https://qapi.example",
            "qapi.data=target/filing"
        })
@AutoConfigureWebTestClient(timeout = "20s")
@Import(TestLogins.class)
@DirtiesContext
abstract class FilingContext {

    private static final MockEgov GOVERNMENT = MockEgov.start(Settings.quick(Clock.systemUTC()));
    static final JsonMapper JSON = new JsonMapper();

    @Autowired
    WebTestClient http;

    @Autowired
    MeterRegistry meters;

    @DynamicPropertySource
    static void government(DynamicPropertyRegistry properties) {
        GOVERNMENT.gatewayProperties().forEach((name, value) -> properties.add(name, () -> value));
    }

    @AfterEach
    void heal() {
        admin("DELETE", "/__admin/egov/faults", "");
    }

    static void admin(String method, String path, String body) {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(GOVERNMENT.baseUrl() + path))
                    .method(method, HttpRequest.BodyPublishers.ofString(body))
                    .build();
            assertThat(client.send(request, BodyHandlers.ofString()).statusCode())
                    .isLessThan(300);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static JsonNode told(WebTestClient.ResponseSpec answer) {
        return JSON.readTree(answer.expectBody().returnResult().getResponseBody())
                .path("data");
    }

    double deliveries(String outcome) {
        var counter =
                meters.find("qapi.filing.deliveries").tag("outcome", outcome).counter();
        return counter == null ? 0 : counter.count();
    }

    WebTestClient.RequestHeadersSpec<?> post(String uri, LinkedMultiValueMap<String, String> form) {
        return http.post()
                .uri(uri)
                .accept(MediaType.TEXT_HTML)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(BodyInserters.fromFormData(form));
    }

    static String page(WebTestClient.RequestHeadersSpec<?> request) {
        return String.valueOf(
                request.exchange().expectBody(String.class).returnResult().getResponseBody());
    }

    static String first(String page, String pattern) {
        var found = Pattern.compile(pattern).matcher(page);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }
}
