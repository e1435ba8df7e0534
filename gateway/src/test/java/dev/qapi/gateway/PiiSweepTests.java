package dev.qapi.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.qapi.gateway.stores.OwnMongo;
import dev.qapi.gateway.stores.OwnRedis;
import dev.qapi.gateway.stores.Signal;
import dev.qapi.gateway.support.Canary;
import dev.qapi.gateway.support.OwnGateway;
import dev.qapi.gateway.support.Places;
import dev.qapi.gateway.support.SpanReceiver;
import dev.qapi.gateway.support.Vmms;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.proto.trace.v1.Span;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** After whatever may happen to a question, nothing of the person is left anywhere but in the answer. */
@Order(Integer.MAX_VALUE)
class PiiSweepTests {

    private static final Canary DOCUMENT = new Canary("QX77CANARY42Z");
    private static final Canary BIRTH = new Canary("1937-02-28");
    private static final Canary APPLICATION = new Canary("QZ-1987-7654321");
    private static final Canary HOLDER = new Canary("Şəbnəm Çınqıllı-Kanareyka");
    private static final Canary PAYMENT = new Canary("MYİ7766554433");
    private static final List<Canary> CANARIES = List.of(DOCUMENT, BIRTH, APPLICATION, HOLDER, PAYMENT);

    private static final String CALLERS_TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String ASKED = """
            {"document":{"type":"PASSPORT","number":"QX77CANARY42Z"},"birthDate":"1937-02-28","citizenship":"TUR",\
            "applicationNumber":"QZ-1987-7654321"}""";
    private static final String GOOD = Vmms.GOOD
            .replace(
                    "\"citizenship\":\"{{jsonPath request.body '$.citizenship'}}\"",
                    "\"citizenship\":\"TUR\",\"applicationNumber\":\"QZ-1987-7654321\"")
            .replace("MR-2026-0000001", "QZ-1987-7654321")
            .replace("\"waitingFor\"", """
                    "holderName":"Şəbnəm Çınqıllı-Kanareyka","fee":{"amount":"40.00","paymentNumber":"MYİ7766554433",\
                    "state":"DUE"},"waitingFor\"""");

    @TempDir
    Path data;

    @Test
    void nothingOfAPersonIsLeftAnywhere() throws Exception {
        try (var spans = new SpanReceiver();
                var redis = new OwnRedis();
                var mongo = new OwnMongo(data);
                var gateway = OwnGateway.on(
                        data,
                        "REDIS_URL=redis://127.0.0.1:" + redis.port(),
                        "MONGODB_URI=" + mongo.uri(),
                        "logging.file.name=" + data.resolve("gateway.log"),
                        "logging.structured.format.file=ecs",
                        "management.opentelemetry.tracing.export.otlp.endpoint=" + spans.url(),
                        "management.opentelemetry.tracing.export.schedule-delay=100ms",
                        "management.tracing.sampling.probability=1.0",
                        "qapi.redis.patience=5s",
                        "qapi.resilience.response=1s")) {
            mongo.feels(Signal.STOP);
            var told = new StringBuilder();
            happens(gateway, told);
            var places = new Places(gateway, data, redis.port());
            isClean("problems and headers", told.toString().getBytes(UTF_8));
            isClean("spool", places.spool());
            await().until(() -> places.redis().length > 0);
            isClean("Redis", places.redis());
            mongo.feels(Signal.CONT);
            await().atMost(Duration.ofSeconds(30)).until(places::isDelivered);
            isClean("Mongo's documents", places.documents());
            isClean("Mongo's file", places.mongoFile());
            isClean("metrics", places.metrics());
            isClean("log", places.log());
            oneTraceLeadsThrough(gateway, spans);
            isClean("spans", spans.bytes());
            eachLineIsAnEventOfItsTrace(places.log());
            assertThat(Map.of("log", places.log(), "Redis", places.redis(), "Mongo", places.documents()))
                    .allSatisfy((place, bytes) -> assertThat(bytes).as(place).isNotEmpty());
            aPlantedOneIsFound(gateway, places);
        }
    }

    private static void isClean(String place, byte[] bytes) {
        for (var canary : CANARIES) {
            assertThat(canary.in(bytes)).as(canary.value() + " in " + place).isEmpty();
        }
    }

    /** Everything that may become of a question. */
    private static void happens(OwnGateway gateway, StringBuilder told) {
        gateway.bean(CircuitBreakerRegistry.class).circuitBreaker("VMMS/EHIS").transitionToDisabledState();
        var vmms = gateway.vmms();
        var nobody = GOOD.replace("MATCHED", "NO_MATCH").replaceAll("\"applications\":.*", "\"applications\":[]}");
        for (var said : Stream.of(
                        nobody,
                        nobody.replace("NO_MATCH", "AMBIGUOUS"),
                        "",
                        "{}",
                        "<h1>QX77CANARY42Z</h1>",
                        GOOD.substring(0, 300),
                        GOOD + GOOD,
                        GOOD.replace("\"130\"", "\"QX77CANARY42Z\""),
                        GOOD.replace("TRP", "QX77CANARY42Z"),
                        GOOD.replace("2026-11-09\"", "1937-02-28x\""),
                        GOOD.replace("DMX", "Şəbnəm Çınqıllı-Kanareyka"),
                        GOOD.replace("\"complete\":true", "\"complete\":\"QX77CANARY42Z\""),
                        GOOD.replace("\"outcome\"", "\"QX77CANARY42Z\":1,\"QX77CANARY42Z\":2,\"outcome\""))
                .toList()) {
            vmms.says(said);
            isNotAnswered(gateway, ASKED, told);
        }
        vmms.replies(reply -> reply.withStatus(500).withBody(GOOD));
        isNotAnswered(gateway, ASKED, told);
        vmms.replies(reply -> reply.withStatus(404).withBody(GOOD));
        isNotAnswered(gateway, ASKED, told);
        vmms.replies(reply -> reply.withStatus(302).withHeader("Location", "/QX77CANARY42Z/1937-02-28"));
        isNotAnswered(gateway, ASKED, told);
        vmms.replies(reply -> reply.withFixedDelay(1_500).withBody(GOOD));
        isNotAnswered(gateway, ASKED, told);
        for (var malformed : List.of(
                ASKED.replace("1937-02-28", "1937-02-28x"),
                ASKED.replace("QX77CANARY42Z", "QX77CANARY42ZÄÄ"),
                ASKED.replace("TUR", "QX77CANARY42Z"),
                ASKED.replace("PASSPORT", "QX77CANARY42Z"),
                ASKED.replace("\"PASSPORT\"", "{\"QX77CANARY42Z\":1}"),
                ASKED + "QX77CANARY42Z",
                "QX77CANARY42Z",
                ASKED.substring(0, 60))) {
            isNotAnswered(gateway, malformed, told);
        }
        gateway.http()
                .get()
                .uri("/api/v1/applications/QX77CANARY42Z?birthDate=1937-02-28")
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody();
        hostileEnvelopes(gateway);
        vmms.says(GOOD.replace("applications", "charges"));
        var person = ASKED.replaceAll(",\\s*\"applicationNumber.*", "}");
        for (var other : List.of(
                List.of("stay-registrations/check", person),
                List.of("restrictions/check", ASKED),
                List.of("restrictions/check", person.replace("}}", "},\"protocolNumber\":\"QZ-1987-7654321\"}")),
                List.of("payments/search", person),
                List.of("payments/search", "{\"paymentNumber\":\"7766554433\"}"),
                List.of("payments/search", "{\"protocolNumber\":\"QZ-1987-7654321\"}"),
                List.of("evidence/fetch", person),
                List.of("deadlines/calculate", person))) {
            isNotAnswered(gateway, other.getFirst(), other.getLast(), told);
        }
        vmms.stop();
        isNotAnswered(gateway, ASKED, told);
        vmms.start();
        vmms.says(GOOD);
        // connections that ended with the register may be met first
        await().untilAsserted(() -> ask(gateway, ASKED).expectStatus().isOk().expectBody());
    }

    /** What stands around a question can hold anything, too. */
    private static void hostileEnvelopes(OwnGateway gateway) {
        for (var path :
                List.of("/applications/QX77CANARY42Z", "/QX77CANARY42Z/1937-02-28", "/assets/QX77CANARY42Z.css")) {
            for (var method : List.of("QX77CANARY42Z", "PUT", "GET")) {
                gateway.http()
                        .method(HttpMethod.valueOf(method))
                        .uri(path)
                        .header("X-Request-ID", "QX77CANARY42Z")
                        .header("tracestate", "qapi=QX77CANARY42Z")
                        .header("baggage", "who=QX77CANARY42Z")
                        .exchange()
                        .expectStatus()
                        .value(status -> assertThat(status).isGreaterThanOrEqualTo(400));
            }
        }
    }

    /** From the caller's id to the register, which gets the two ids and nothing else of what the caller sent along. */
    private static void oneTraceLeadsThrough(OwnGateway gateway, SpanReceiver receiver) {
        gateway.vmms().forgetCalls();
        gateway.http()
                .post()
                .uri("/api/v1/applications/track")
                .contentType(MediaType.APPLICATION_JSON)
                .header("traceparent", "00-" + CALLERS_TRACE + "-b7ad6b7169203331-00")
                .header("tracestate", "qapi=QX77CANARY42Z")
                .header("baggage", "who=QX77CANARY42Z")
                .bodyValue(ASKED.replace("1937-02-28", "1937-02-27"))
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueMatches("traceparent", "00-" + CALLERS_TRACE + "-[0-9a-f]{16}-01");
        var asked = gateway.vmms().wire().findAll(postRequestedFor(anyUrl())).getFirst();
        assertThat(asked.containsHeader("tracestate")).isFalse();
        assertThat(asked.containsHeader("baggage")).isFalse();
        var theirs = asked.getHeader("traceparent");
        assertThat(theirs).startsWith("00-" + CALLERS_TRACE);
        await().untilAsserted(() -> {
            var trace = receiver.spans().stream()
                    .filter(span -> hex(span.getTraceId()).equals(CALLERS_TRACE))
                    .toList();
            var served = only(trace, Span.SpanKind.SPAN_KIND_SERVER);
            var calling = only(trace, Span.SpanKind.SPAN_KIND_CLIENT);
            assertThat(served.getName()).isEqualTo("http post /api/v1/applications/track");
            assertThat(hex(served.getParentSpanId())).isEqualTo("b7ad6b7169203331");
            assertThat(calling.getParentSpanId()).isEqualTo(served.getSpanId());
            assertThat(theirs).contains(hex(calling.getSpanId()));
        });
    }

    private static Span only(List<Span> trace, Span.SpanKind kind) {
        var found = trace.stream()
                .filter(span -> span.getKind() == kind && span.getName().startsWith("http "))
                .toList();
        assertThat(found).as(kind + " of " + trace).hasSize(1);
        return found.getFirst();
    }

    private static String hex(ByteString id) {
        return HexFormat.of().formatHex(id.toByteArray());
    }

    /** A register that answers about another person is an alarm, which can be traced to the request. */
    private static void eachLineIsAnEventOfItsTrace(byte[] log) {
        var json = new JsonMapper();
        var events = new String(log, UTF_8).lines().map(json::readTree).toList();
        assertThat(events)
                .isNotEmpty()
                .allSatisfy(event ->
                        assertThat(event.at("/service/name").asString()).isEqualTo("qapi"));
        assertThat(events)
                .filteredOn(event -> event.path("message").asString().startsWith("security event: redirect"))
                .isNotEmpty()
                .allSatisfy(event -> {
                    assertThat(event.path("trace.id").asString()).matches("[0-9a-f]{32}");
                    assertThat(event.path("http.request.id").asString()).matches("[0-9a-f-]{36}");
                });
    }

    private static ResponseSpec ask(OwnGateway gateway, String body) {
        return ask(gateway, "applications/track", body);
    }

    private static ResponseSpec ask(OwnGateway gateway, String path, String body) {
        return gateway.http()
                .post()
                .uri("/api/v1/" + path)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private static void isNotAnswered(OwnGateway gateway, String body, StringBuilder told) {
        isNotAnswered(gateway, "applications/track", body, told);
    }

    private static void isNotAnswered(OwnGateway gateway, String path, String body, StringBuilder told) {
        var problem = ask(gateway, path, body)
                .expectStatus()
                .value(status -> assertThat(status).isGreaterThanOrEqualTo(400))
                .expectBody(String.class)
                .returnResult();
        told.append(problem.getResponseHeaders())
                .append(problem.getResponseBody())
                .append('\n');
    }

    /** A search that finds nothing proves something only if it would have found it. */
    private static void aPlantedOneIsFound(OwnGateway gateway, Places places) throws Exception {
        var canary = new Canary("PLANTED-1944-12-31");
        LoggerFactory.getLogger(PiiSweepTests.class).warn(canary.value());
        gateway.bean(MeterRegistry.class)
                .counter("planted", "who", canary.value())
                .increment();
        Mono.from(gateway.bean(MongoDatabase.class)
                        .getCollection("planted")
                        .insertOne(new Document("who", canary.value())))
                .block(Duration.ofSeconds(10));
        places.plant(canary.value());
        assertThat(canary.in(places.log())).as("log").isNotEmpty();
        assertThat(canary.in(places.metrics())).as("metrics").isNotEmpty();
        assertThat(canary.in(places.documents())).as("documents").isNotEmpty();
        await().untilAsserted(() ->
                assertThat(canary.in(places.mongoFile())).as("Mongo's file").isNotEmpty());
        assertThat(canary.in(places.redis())).as("Redis").isNotEmpty();
        assertThat(canary.in(places.spool())).as("spool").isNotEmpty();
        Files.delete(places.planted());
    }

    @Test
    void itKnowsACanaryInEveryDress() {
        for (var canary : CANARIES) {
            assertThat(canary.dresses())
                    .hasSizeGreaterThanOrEqualTo(8)
                    .allSatisfy(dress -> assertThat(canary.in(("<" + dress + ">").getBytes(ISO_8859_1)))
                            .isNotEmpty());
        }
    }
}
