package dev.qapi.gateway.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.qapi.contract.Contract;
import dev.qapi.eservice.Register;
import dev.qapi.gateway.observability.Selector.Sample;
import dev.qapi.gateway.support.Sandbox;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** A gateway that has done its work before the simulated government, as Prometheus scrapes it. */
class MetricsTests {

    private static final int MOST_SERIES = 2_000;
    private static final String WORD = "[\\p{Alnum} ._:/+'()\\[\\]{}*$,-]{0,100}";

    @TempDir
    static Path data;

    private static Sandbox sandbox;

    @BeforeAll
    static void itWorks() throws Exception {
        sandbox = Sandbox.on(data, "qapi.ehis.connect=2s", "qapi.resilience.response=4s");
        ask("C01234567").expectStatus().isOk().expectBody();
        ask("C01234567").expectStatus().isOk().expectBody();
        administer("/__admin/egov/faults", "{\"fault\":\"F20\",\"register\":\"VMMS\"}");
        ask("X00000001").expectStatus().isEqualTo(503).expectBody();
        ask("restrictions/check", "X00000001").expectBody().returnResult();
        http().post()
                .uri("/api/v1/letters")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("""
                        {"name":"Kemal Yıldız","document":{"type":"PASSPORT","number":"U31207845"},"birthDate":"1985-05-14",\
                        "citizenship":"TUR","topic":"REGISTRATION","answerIn":"EN","text":"How long?"}""")
                .exchange()
                .expectStatus()
                .isAccepted()
                .expectBody();
        hostilities("HOSTILE1");
        System.gc(); // its pauses are measured only once there was one
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(scrape())
                        .anyMatch(it -> it.metric().equals("qapi_filing_deliveries_total"))
                        .anyMatch(it -> it.metric().equals("jvm_gc_pause_seconds_count"))
                        .anyMatch(it -> it.metric().equals("qapi_answers_kept_seconds_count")));
    }

    @AfterAll
    static void close() {
        sandbox.close();
    }

    @Test
    void everyPanelAsksForWhatThereIs() throws Exception {
        areAnswered(Monitoring.panelQueries(), Set.of());
    }

    @Test
    void everyRuleAsksForWhatThereIs() throws Exception {
        var records = Monitoring.rules().stream()
                .map(rule -> rule.path("record").asString(""))
                .collect(Collectors.toSet());
        areAnswered(Monitoring.ruleQueries(), records);
    }

    private static void areAnswered(List<Monitoring.Query> queries, Set<String> records) {
        var scraped = scrape();
        assertThat(queries)
                .hasSizeGreaterThan(40)
                .noneMatch(query -> Selector.in(query.expression()).isEmpty());
        assertThat(queries)
                .filteredOn(query -> Selector.in(query.expression()).stream()
                        .filter(selector -> !records.contains(selector.metric()))
                        .anyMatch(selector -> scraped.stream().noneMatch(selector::finds)))
                .as("queries that find nothing")
                .isEmpty();
    }

    @Test
    void aQueryForWhatThereIsNotIsFound() {
        var scraped = scrape();
        for (var wrong : List.of(
                "rate(qapi_answer_seconds_count[5m])",
                "sum by (service) (qapi_answers_seconds_count)",
                "max(qapi_answers_seconds_count{act=\"LOOK\"})",
                "max(qapi_answers_seconds_count{quality=~\"OLD|NEW\"})")) {
            assertThat(Selector.in(wrong))
                    .hasSize(1)
                    .noneMatch(it -> scraped.stream().anyMatch(it::finds));
        }
    }

    /** Whatever strangers send: no series comes of it, and no label holds it. */
    @Test
    void hostileRequestsAddNoSeries() {
        var before = series();
        hostilities("HOSTILE2");
        assertThat(series()).isEqualTo(before);
        assertThat(scrape())
                .hasSizeLessThan(MOST_SERIES)
                .allSatisfy(sample -> assertThat(sample.labels())
                        .noneSatisfy((_, value) -> assertThat(value).containsIgnoringCase("HOSTILE"))
                        .allSatisfy((_, value) -> assertThat(value).matches(WORD)));
    }

    @Test
    void ourOwnLabelsAreOfClosedSets() {
        var closed = Map.of(
                "eservice", Contract.all().stream().map(Contract::id).collect(Collectors.toSet()),
                "register", names(Register.values()),
                "via", names(Register.values()),
                "quality", Set.of("FRESH", "CACHED", "STALE", "PARTIAL", "NONE"),
                "act", Set.of("LOOKUP", "FILING"),
                "freshness", Set.of("CACHED", "STALE", "PARTIAL"),
                "store", Set.of("mongo", "redis"));
        assertThat(scrape())
                .filteredOn(sample -> sample.metric().startsWith("qapi_"))
                .hasSizeGreaterThan(100)
                .allSatisfy(sample -> sample.labels().forEach((label, value) -> {
                    if (closed.containsKey(label)) {
                        assertThat(value).as(label + " of " + sample).isIn(closed.get(label));
                    }
                }));
    }

    /** Whoever wants to be recorded is not, while nobody takes what is recorded. */
    @Test
    void withoutAReceiverNoTraceIsRecorded() {
        http().get()
                .uri("/api/v1/catalogue")
                .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .exchange()
                .expectHeader()
                .valueMatches("traceparent", "00-0af7651916cd43dd8448eb211c80319c-[0-9a-f]{16}-00");
    }

    private static Set<String> names(Enum<?>... all) {
        return Arrays.stream(all).map(Enum::name).collect(Collectors.toSet());
    }

    private static void hostilities(String word) {
        for (var path : List.of(
                "/" + word,
                "/api/v1/" + word,
                "/api/v1/applications/" + word,
                "/api/v1/labour-forecasts/" + word,
                "/api/v1/open-data/" + word,
                "/assets/" + word + ".css",
                "/docs?api=" + word,
                "/verify?code=" + word,
                "/webjars/" + word)) {
            for (var method : List.of(word, "GET", "POST")) {
                http().method(HttpMethod.valueOf(method))
                        .uri(path)
                        .header("X-Request-ID", word)
                        .header("User-Agent", word)
                        .header("Accept-Language", word)
                        .header("X-Purpose", word)
                        .header("Authorization", method.equals("POST") ? "Bearer " + word : "")
                        .exchange()
                        .expectBody()
                        .returnResult();
            }
        }
        ask(word).expectBody().returnResult();
    }

    private static WebTestClient http() {
        return WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + sandbox.port())
                .responseTimeout(Duration.ofSeconds(20))
                .build();
    }

    private static WebTestClient.ResponseSpec ask(String document) {
        return ask("applications/track", document);
    }

    private static WebTestClient.ResponseSpec ask(String route, String document) {
        return http().post()
                .uri("/api/v1/" + route)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(
                        "{\"document\":{\"type\":\"PASSPORT\",\"number\":\"%s\"},\"birthDate\":\"1990-04-12\",\"citizenship\":\"TUR\"}"
                                .formatted(document))
                .exchange();
    }

    private static void administer(String path, String body) {
        WebTestClient.bindToServer()
                .baseUrl(sandbox.government().baseUrl())
                .build()
                .post()
                .uri(path)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .is2xxSuccessful()
                .expectBody();
    }

    private static List<Sample> scrape() {
        var management = sandbox.gateway().getEnvironment().getRequiredProperty("local.management.port");
        return Sample.in(Objects.requireNonNull(WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + management)
                .build()
                .get()
                .uri("/actuator/prometheus")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody()));
    }

    /** What is counted of requests; what the machine does by itself may begin at any time. */
    private static Set<Sample> series() {
        return scrape().stream()
                .filter(it -> Stream.of("qapi_", "http_server_", "spring_").anyMatch(it.metric()::startsWith))
                .collect(Collectors.toSet());
    }
}
