package dev.qapi.gateway.support;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The two registers that know what somebody has to pay, each made to say or do what a test wants. */
public record Purse(WireMockServer wire) {

    /** An unpaid fine as VMMS decided it. */
    public static final String FINE = """
            {"kind":"FINE","code":"575.1","clause":"575.1","amount":"350.00","paymentNumber":"826288104467",\
            "protocolNumber":"PR-2026-004417","decidedOn":"2026-08-11","dueBy":"2026-09-20","state":"DUE","barsEntry":true}""";
    /** And as GPP bills it. */
    public static final String BILL = """
            {"paymentNumber":"826288104467","payee":"DMX","purpose":"575.1","amount":"350.00","state":"OPEN","dueBy":"2026-09-20"}""";

    private static final String SAID = """
            {"outcome":"MATCHED","asOf":"{{now}}","complete":true,\
            "subject":{"documentNumber":"{{jsonPath request.body '$.documentNumber'}}",\
            "birthDate":"{{jsonPath request.body '$.birthDate'}}","citizenship":"{{jsonPath request.body '$.citizenship'}}"},\
            "%s":[%s]}""";
    private static final AtomicInteger SOMEBODY = new AtomicInteger();
    private static final JsonMapper JSON = new JsonMapper();

    /** What VMMS lists, changed so. */
    public void decided(String charges, UnaryOperator<ResponseDefinitionBuilder> change) {
        says("/r1/.*/VMMS/charges/search", SAID.formatted("charges", charges), change);
    }

    /** What GPP lists, changed so. */
    public void billed(String bills, UnaryOperator<ResponseDefinitionBuilder> change) {
        says("/gpp/v1/bills/search", SAID.formatted("bills", bills), change);
    }

    public void both(String charges, String bills) {
        decided(charges, reply -> reply);
        billed(bills, reply -> reply);
    }

    private void says(String path, String body, UnaryOperator<ResponseDefinitionBuilder> change) {
        wire.stubFor(post(urlMatching(path))
                .willReturn(change.apply(aResponse()
                        .withHeader("Content-Type", "application/json")
                        .withHeader("X-Road-Id", "{{request.headers.X-Road-Id}}")
                        .withBody(body))));
    }

    /** A question about somebody who was not asked about before. */
    public static String somebody() {
        return """
                {"document":{"type":"PASSPORT","number":"P%07d"},"birthDate":"1978-09-02","citizenship":"IRN"}""".formatted(SOMEBODY.incrementAndGet());
    }

    /** The answer or the problem, in English. */
    public static JsonNode search(WebTestClient http, String body) {
        return JSON.readTree(http.post()
                .uri("/api/v1/payments/search")
                .header("Accept-Language", "en")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectBody()
                .returnResult()
                .getResponseBody());
    }
}
