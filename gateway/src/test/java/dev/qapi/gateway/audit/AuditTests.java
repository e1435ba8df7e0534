package dev.qapi.gateway.audit;

import static dev.qapi.gateway.support.People.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.qapi.gateway.support.MovableClock;
import dev.qapi.gateway.support.OwnGateway;
import dev.qapi.gateway.support.Vmms;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AuditTests {

    @TempDir
    static Path data;

    private static OwnGateway gateway;
    private static WebTestClient http;

    @BeforeAll
    static void start() {
        gateway = OwnGateway.on(data);
        http = gateway.http();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @BeforeEach
    void healthy() {
        gateway.bean(MovableClock.class).beRight();
        gateway.vmms().recover();
        breakers().circuitBreaker("VMMS/EHIS").transitionToDisabledState();
    }

    private static CircuitBreakerRegistry breakers() {
        return gateway.bean(CircuitBreakerRegistry.class);
    }

    private static String ask(String body, int status) {
        var id = UUID.randomUUID().toString();
        http.post()
                .uri("/api/v1/applications/track")
                .header("X-Request-ID", id)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .valueEquals("X-Request-ID", id);
        return id;
    }

    private static List<Document> entries(String requestId) {
        return gateway.audit().stream()
                .filter(entry -> requestId.equals(entry.getString("requestId")))
                .toList();
    }

    private static Document theEntry(String requestId) {
        await().until(() -> !entries(requestId).isEmpty());
        assertThat(entries(requestId)).hasSize(1);
        return entries(requestId).getFirst();
    }

    private static void leaves(String outcome, int status, String person) {
        var entry = theEntry(ask(person, status));
        assertThat(entry)
                .containsEntry("outcome", outcome)
                .containsEntry("status", status)
                .containsEntry("caller", "ANONYMOUS")
                .containsEntry("route", "/api/v1/applications/track");
        assertThat(entry.getString("traceId")).matches("(?!0{32})[0-9a-f]{32}");
        assertThat(entry.getDate("at")).isNotNull();
    }

    @Test
    void anAnswerLeavesHowItCameAbout() {
        var person = somebody();
        leaves("FRESH", 200, person);
        leaves("CACHED", 200, person);
        gateway.bean(MovableClock.class).goOn(Duration.ofMinutes(2));
        gateway.vmms().replies(reply -> reply.withStatus(500));
        leaves("STALE", 200, person);
    }

    @Test
    void aProblemLeavesItsCode() {
        gateway.vmms()
                .says(Vmms.GOOD
                        .replaceAll("\"applications\":.*", "\"applications\":[]}")
                        .replace("MATCHED", "NO_MATCH"));
        leaves("07003", 404, somebody());
        gateway.vmms()
                .says(Vmms.GOOD
                        .replaceAll("\"applications\":.*", "\"applications\":[]}")
                        .replace("MATCHED", "AMBIGUOUS"));
        leaves("07005", 409, somebody());
        gateway.vmms().says("{}");
        leaves("07050", 502, somebody());
        gateway.vmms().replies(reply -> reply.withStatus(500));
        leaves("07001", 503, somebody());
        gateway.vmms().replies(reply -> reply.withFixedDelay(3_000));
        leaves("07002", 504, somebody());
    }

    @Test
    void whoIsNotNamedIsNotWrittenDown() {
        var malformed = ask("{\"citizenship\":\"TUR\"}", 400);
        theEntry(ask(somebody(), 200));
        assertThat(entries(malformed)).isEmpty();
    }

    @Test
    void theSamePersonIsTheSameSubjectAndAnotherIsNot() {
        var person = somebody();
        var subject = theEntry(ask(person, 200)).getString("subject");
        assertThat(subject).matches("[0-9a-f]{64}");
        assertThat(theEntry(ask(person, 200))).containsEntry("subject", subject);
        assertThat(theEntry(ask(somebody(), 200)).getString("subject")).isNotEqualTo(subject);
    }

    @Test
    void theOperatorIsToldWhereAnEntryWasChanged() {
        var entry = theEntry(ask(somebody(), 200));
        theEntry(ask(somebody(), 200));
        assertThat(chains()).isNotEmpty().allMatch(chain -> !chain.has("flaw"));
        store(new Document(entry).append("outcome", "STALE"));
        try {
            assertThat(chains()).anySatisfy(chain -> {
                assertThat(chain.get("chain").asString()).isEqualTo(entry.getString("chain"));
                assertThat(chain.get("flaw").asString()).isEqualTo("ALTERED");
                assertThat(chain.get("brokenAt").asInt()).isEqualTo(entry.getInteger("sequence"));
                assertThat(chain.get("verifiedUpTo").asInt()).isEqualTo(entry.getInteger("sequence") - 1);
            });
        } finally {
            store(entry);
        }
        assertThat(chains()).allMatch(chain -> !chain.has("flaw"));
    }

    private static void store(Document entry) {
        Mono.from(gateway.bean(MongoDatabase.class)
                        .getCollection("audit")
                        .replaceOne(new Document("_id", entry.get("_id")), entry))
                .block(Duration.ofSeconds(20));
    }

    private static List<JsonNode> chains() {
        var told = WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + gateway.managementPort())
                .responseTimeout(Duration.ofSeconds(20))
                .build()
                .get()
                .uri("/actuator/audit")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return List.copyOf(new JsonMapper().readTree(told).get("chains").values());
    }
}
