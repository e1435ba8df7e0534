package dev.qapi.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.qapi.contract.Contract;
import dev.qapi.contract.Exchange;
import dev.qapi.gateway.support.People;
import dev.qapi.mock.MockEgov;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The running gateway answers every public example of every contract as the contract says, to the last field. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"qapi.sandbox=true", "management.server.port=0"})
@AutoConfigureWebTestClient(timeout = "20s")
class ContractTests {

    private static final MockEgov government = MockEgov.start(0);
    private static final JsonMapper json = new JsonMapper();
    private static final String RUN = '-' + UUID.randomUUID().toString().substring(0, 8);

    @DynamicPropertySource
    static void government(DynamicPropertyRegistry properties) {
        properties.add("qapi.ehis.url", government::baseUrl);
        properties.add("qapi.gpp.url", () -> government.baseUrl() + "/gpp/v1");
    }

    @AfterAll
    static void stop() {
        government.close();
    }

    /** The first calls of a process take longer than anybody waits for the expected range of their application. */
    @BeforeAll
    static void warm(@Autowired WebTestClient http) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> People.track(http, """
                                {"document":{"type":"PASSPORT","number":"C01234567"},"birthDate":"1990-04-12","citizenship":"TUR",\
                                "applicationNumber":"MR-2026-0412345"}""")
                        .expectBody()
                        .jsonPath("$.data.applications[0].expected.cases")
                        .isNumber());
    }

    static List<Exchange> examples() {
        return Contract.all().stream()
                .flatMap(contract -> contract.exchanges(Contract.PUBLIC))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void answersAsTheContractSays(Exchange example, @Autowired WebTestClient http) {
        var request = http.method(HttpMethod.valueOf(example.method())).uri(example.uri());
        request.accept(
                MediaType.parseMediaType(example.mediaType()),
                MediaType.APPLICATION_PROBLEM_JSON,
                MediaType.parseMediaType("*/*;q=0.1")); // what is told in no other way, such as a paper
        example.headers().forEach((name, value) -> request.header(name, isKey(name) ? value + RUN : value));
        if (example.request() != null) {
            request.contentType(MediaType.APPLICATION_JSON).bodyValue(json.writeValueAsString(example.request()));
        }
        var answered = request.exchange()
                .expectStatus()
                .isEqualTo(example.status())
                .expectHeader()
                .contentType(example.mediaType())
                .expectBody()
                .returnResult();
        assertThat(answered.getResponseHeaders().getCacheControl()).isEqualTo(keeping(example));
        var body = answered.getResponseBody();
        var told = (ObjectNode) json.readTree(Objects.requireNonNull(body));
        var promised = (ObjectNode) json.valueToTree(example.answer());
        if (example.status() < 300) {
            assertThat(withoutReceipt(withoutTimes(told))).isEqualTo(withoutReceipt(promised));
        } else {
            assertProblem(told, promised);
        }
    }

    /** What was filed by an earlier run is there still. */
    private static boolean isKey(String header) {
        return header.equals("Idempotency-Key");
    }

    /** Only what is about nobody may be kept, and then it can be revalidated. */
    private static String keeping(Exchange example) {
        return example.method().equals("GET") && example.status() == 200 ? "max-age=60, public" : "no-store";
    }

    /** What no example can know: the moment, what is left from it on, and the hash of a request with a number of its own. */
    private static JsonNode withoutTimes(ObjectNode answer) {
        for (var application : answer.at("/data/applications")) {
            ((ObjectNode) application).remove("expected");
            ((ObjectNode) application.get("holder")).remove("overdue");
        }
        assertThat(answer.remove("asOf").asString()).endsWith("+04:00");
        for (var source : answer.get("sources")) {
            assertThat(((ObjectNode) source).remove("fetchedAt").asString()).endsWith("+04:00");
            var hash = ((ObjectNode) source).remove("requestHash");
            assertThat(hash == null ? "" : hash.asString())
                    .startsWith(source.get("via").asString().equals("EHIS") ? "sha-512:" : "");
        }
        Stream.of("workingDaysLeft", "passed")
                .forEach(left -> answer.findParents(left).forEach(duty -> ((ObjectNode) duty).remove(left)));
        return answer;
    }

    /** What is new in each filing; what earlier runs have filed counts too. */
    private static JsonNode withoutReceipt(JsonNode answer) {
        for (var letter : answer.findParents("receipt")) {
            var receipt = (ObjectNode) letter.get("receipt");
            assertThat(receipt.remove("number").asString()).startsWith("QP-");
            assertThat(receipt.remove("filedAt").asString()).endsWith("+04:00");
            assertThat(receipt.remove("proof").asString()).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+");
            assertThat(((ObjectNode) letter).remove("history")).isNotNull();
            Stream.of("dueBy", "workingDaysLeft", "repetition").forEach(((ObjectNode) letter)::remove);
        }
        return answer;
    }

    /** Codes and pointers as promised, and words for each of them. */
    private static void assertProblem(ObjectNode told, ObjectNode promised) {
        assertThat(told.get("traceId").asString()).matches("(?!0{32})[0-9a-f]{32}");
        assertThat(told.get("type").asString()).startsWith("/problems/");
        assertThat(told.get("title").asString()).isNotBlank();
        assertThat(told.get("detail").asString()).isNotBlank().doesNotContain("{");
        assertThat(told.get("status")).isEqualTo(promised.get("status"));
        assertThat(told.get("code")).isEqualTo(promised.get("code"));
        var errors = promised.withArray("errors");
        assertThat(told.withArray("errors")).hasSize(errors.size());
        for (var i = 0; i < errors.size(); i++) {
            var error = told.get("errors").get(i);
            assertThat(error.get("pointer")).isEqualTo(errors.get(i).get("pointer"));
            assertThat(error.get("code")).isEqualTo(errors.get(i).get("code"));
            assertThat(error.get("detail").asString()).isNotBlank();
        }
    }
}
