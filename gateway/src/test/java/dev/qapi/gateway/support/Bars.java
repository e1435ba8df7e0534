package dev.qapi.gateway.support;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static dev.qapi.eservice.Register.IAMAS;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.qapi.eservice.Register;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The registers that may hold a restriction, each made to say or do what a test wants. */
public record Bars(WireMockServer wire) {

    /** The question about somebody, without its closing brace there is room for a third factor. */
    public static final String ASKED = """
            {"document":{"type":"PASSPORT","number":"H60918223"},"birthDate":"1978-09-02","citizenship":"IRN"}""";
    /** And as the registers are asked. */
    public static final String ASKED_OF_REGISTERS = """
            {"documentType":"PASSPORT","documentNumber":"H60918223","birthDate":"1978-09-02","citizenship":"IRN"}""";
    /** Nothing about the person, as WireMock's template. */
    public static final String NONE = """
            {"outcome":"MATCHED","asOf":"{{now}}","complete":true,\
            "subject":{"documentNumber":"{{jsonPath request.body '$.documentNumber'}}",\
            "birthDate":"{{jsonPath request.body '$.birthDate'}}","citizenship":"{{jsonPath request.body '$.citizenship'}}"},\
            "restrictions":[]}""";

    private static final String FINE = NONE.replace("[]", """
            [{"direction":"ENTRY","ground":"UNPAID_FINE","since":"2026-08-11","curable":true,\
            "protocolNumber":"PR-2026-004417","authority":"Dövlət Miqrasiya Xidməti"}]""");
    private static final String DEBT = NONE.replace("[]", """
            [{"direction":"EXIT","ground":"COURT_DEBT","caseNumber":"2(102)-4417/2026","since":"2026-07-15",\
            "amount":"8400.00","authority":"Nəsimi rayonu İcra şöbəsi"}]""");
    private static final JsonMapper JSON = new JsonMapper();

    /** The same as a reply of that moment. */
    public static String none(Instant now) {
        return NONE.replace("{{now}}", now.toString())
                .replace("{{jsonPath request.body '$.documentNumber'}}", "H60918223")
                .replace("{{jsonPath request.body '$.birthDate'}}", "1978-09-02")
                .replace("{{jsonPath request.body '$.citizenship'}}", "IRN");
    }

    public void none(Register register) {
        replies(register, reply -> reply);
    }

    public void restricts(Register register) {
        replies(register, reply -> reply.withBody(register == IAMAS ? FINE : DEBT));
    }

    public void says(Register register, String body) {
        replies(register, reply -> reply.withBody(body));
    }

    /** "Nothing about the person", changed so. */
    public void replies(Register register, UnaryOperator<ResponseDefinitionBuilder> change) {
        replies("/r1/.*/" + register + "/.*", change);
    }

    public void replies(String path, UnaryOperator<ResponseDefinitionBuilder> change) {
        wire.stubFor(post(urlMatching(path))
                .willReturn(change.apply(aResponse()
                        .withHeader("Content-Type", "application/json")
                        .withHeader("X-Road-Id", "{{request.headers.X-Road-Id}}")
                        .withHeader("X-Road-Request-Hash", "sha-512:c2VlbiBieSBFSElT")
                        .withBody(NONE))));
    }

    /** The answer or the problem, in English. */
    public static JsonNode check(WebTestClient http, String body) {
        return JSON.readTree(http.post()
                .uri("/api/v1/restrictions/check")
                .header("Accept-Language", "en")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectBody()
                .returnResult()
                .getResponseBody());
    }
}
