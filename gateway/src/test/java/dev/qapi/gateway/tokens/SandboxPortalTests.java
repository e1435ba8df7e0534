package dev.qapi.gateway.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qapi.mock.MockEgov;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;

/** What the README shows a newcomer who has a portal: a token from the simulated myGov, and a call with it. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"qapi.sandbox=true", "management.server.port=0"})
@AutoConfigureWebTestClient(timeout = "20s")
class SandboxPortalTests {

    private static final MockEgov GOVERNMENT = MockEgov.start(0);
    private static final String UNDER_REVIEW = """
            {"document":{"type":"PASSPORT","number":"C01234567"},"birthDate":"1990-04-12","citizenship":"TUR"}""";
    private static final String TO_PAY = "{\"paymentNumber\":\"826288104467\"}";

    @Autowired
    WebTestClient http;

    @DynamicPropertySource
    static void government(DynamicPropertyRegistry properties) {
        GOVERNMENT.gatewayProperties().forEach((name, value) -> properties.add(name, () -> value));
    }

    @AfterAll
    static void stop() {
        GOVERNMENT.close();
    }

    @Test
    void aTokenIsOneCallAndTheAnswerAnother() {
        var token = token("qapi-demo-portal", "sandbox-demo", "applications payments payments.numbers");
        Awaitility.await()
                .untilAsserted(() -> ask("/api/v1/applications/track", UNDER_REVIEW, token)
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .jsonPath("$.data.applications[0].number")
                        .isEqualTo("MR-2026-0412345"));
        ask("/api/v1/payments/search", TO_PAY, token)
                .expectBody()
                .jsonPath("$.data.charges[0].paymentNumber")
                .isEqualTo("826288104467")
                .jsonPath("$.missing")
                .isEmpty();
    }

    @Test
    void withoutAScopeAFieldIsMissingAndThatIsSaid() {
        var token = token("qapi-demo-portal", "sandbox-demo", "payments");
        Awaitility.await()
                .untilAsserted(() -> ask("/api/v1/payments/search", TO_PAY, token)
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .jsonPath("$.data.charges[0].amount")
                        .exists()
                        .jsonPath("$.data.charges[0].paymentNumber")
                        .doesNotExist()
                        .jsonPath("$.missing[0].path")
                        .isEqualTo("/data/charges/0/paymentNumber")
                        .jsonPath("$.missing[0].code")
                        .isEqualTo("00100"));
    }

    @Test
    void aNarrowPortalIsToldWhatItMayDo() {
        var token = token("qapi-narrow-portal", "sandbox-narrow", "applications");
        Awaitility.await()
                .untilAsserted(() -> http.get()
                        .uri("/api/v1/privileges")
                        .headers(headers -> headers.setBearerAuth(token))
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectHeader()
                        .valueEquals("Cache-Control", "no-store")
                        .expectBody()
                        .jsonPath("$.data.caller.code")
                        .isEqualTo("PORTAL")
                        .jsonPath("$.data.client")
                        .isEqualTo("qapi-narrow-portal")
                        .jsonPath("$.data.scopes[0]")
                        .isEqualTo("applications")
                        .jsonPath("$.data.routes")
                        .value((java.util.List<String> routes) -> assertThat(routes)
                                .contains("POST /api/v1/applications/track", "GET /api/v1/payments/tariffs")
                                .doesNotContain("POST /api/v1/payments/search", "POST /api/v1/evidence/fetch")));
        ask("/api/v1/payments/search", TO_PAY, token)
                .expectStatus()
                .isForbidden()
                .expectBody();
    }

    @Test
    void soIsAnybody() {
        http.get()
                .uri("/api/v1/privileges")
                .header("Accept-Language", "ru")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Cache-Control", "no-store")
                .expectBody()
                .jsonPath("$.data.caller.text")
                .isEqualTo("Вы не вошли")
                .jsonPath("$.data.routes")
                .value((java.util.List<String> routes) -> assertThat(routes)
                        .contains("POST /api/v1/payments/search")
                        .doesNotContain("GET /api/v1/payments/own"));
    }

    private WebTestClient.ResponseSpec ask(String route, String body, String token) {
        return http.post()
                .uri(route)
                .contentType(MediaType.APPLICATION_JSON)
                .header("X-Purpose", "employment")
                .header("X-Case-Ref", "A-2026/17")
                .headers(headers -> headers.setBearerAuth(token))
                .bodyValue(body)
                .exchange();
    }

    private static String token(String client, String secret, String scopes) {
        var granted = WebTestClient.bindToServer()
                .baseUrl(GOVERNMENT.address("MYGOV"))
                .responseTimeout(java.time.Duration.ofSeconds(20))
                .build()
                .post()
                .uri("/oauth2/token")
                .headers(headers -> headers.setBasicAuth(client, secret))
                .body(BodyInserters.fromFormData("grant_type", "client_credentials")
                        .with("scope", scopes))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        return String.valueOf(Objects.requireNonNull(granted).get("access_token"));
    }
}
