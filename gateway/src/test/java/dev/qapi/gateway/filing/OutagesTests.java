package dev.qapi.gateway.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.qapi.gateway.stores.OwnMongo;
import dev.qapi.gateway.stores.Signal;
import dev.qapi.gateway.support.OwnGateway;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever could not file because of us finds when that was, whichever gateway tells. */
class OutagesTests {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration LONG = Duration.ofMillis(3_500);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path data;

    private OwnMongo mongo;

    @BeforeEach
    void start() throws Exception {
        mongo = new OwnMongo(data);
    }

    @AfterEach
    void stop() throws Exception {
        mongo.close();
    }

    private OwnGateway gateway(String name) {
        return OwnGateway.on(data.resolve(name), "MONGODB_URI=" + mongo.uri(), "qapi.filing.beat=500ms");
    }

    @Test
    void whileNothingCanBeStoredAndAfterwardsItIsSaidSinceWhen() {
        try (var gateway = gateway("one")) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(outages(gateway)).isEmpty());
            var stopped = Instant.now();
            mongo.feels(Signal.STOP);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(outages(gateway))
                            .singleElement()
                            .satisfies(it -> assertThat(it.has("until")).isFalse())
                            .satisfies(it -> assertThat(at(it, "from")).isBefore(stopped)));
            for (var language : List.of("az=indiyədək", "ru=до сих пор", "en=until now")) {
                assertThat(page(gateway, language.substring(0, 2))).contains(language.substring(3));
            }
            // what was sent while it was stopped, a second before at most, takes effect now
            var continued = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(1);
            mongo.feels(Signal.CONT);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(outages(gateway))
                            .singleElement()
                            .satisfies(it -> assertThat(at(it, "until")).isAfterOrEqualTo(continued))
                            .satisfies(it -> assertThat(at(it, "from")).isBefore(stopped)));
            assertThat(page(gateway, "en")).doesNotContain("until now").contains("When we could accept nothing");
        }
    }

    @Test
    void itIsAnOutageOnlyIfNoGatewayRuns() throws Exception {
        Instant one;
        try (var _ = gateway("one")) {
            try (var other = gateway("other")) {
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(outages(other)).isEmpty());
            }
            one = Instant.now().plus(LONG.dividedBy(2));
            Thread.sleep(LONG);
        }
        var none = Instant.now().plus(LONG.dividedBy(2));
        Thread.sleep(LONG);
        try (var other = gateway("other")) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(outages(other)).anyMatch(it -> covers(it, none)));
            assertThat(outages(other)).noneMatch(it -> covers(it, one));
        }
    }

    @Test
    void whoHasNeverSeenTheStoreSaysThatItKnowsNothing() {
        mongo.feels(Signal.STOP);
        try (var gateway = gateway("one")) {
            var answer = status(gateway);
            assertThat(answer.at("/data").has("outages")).isFalse();
            assertThat(answer.at("/missing/0/path").asString()).isEqualTo("/data/outages");
            assertThat(page(gateway, "en")).contains("nothing can be filed here");
            mongo.feels(Signal.CONT);
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(status(gateway).at("/missing")).isEmpty());
        }
    }

    private static List<JsonNode> outages(OwnGateway gateway) {
        var outages = status(gateway).at("/data/outages");
        assertThat(outages.isArray()).isTrue();
        return outages.valueStream().toList();
    }

    private static boolean covers(JsonNode outage, Instant moment) {
        return !at(outage, "from").isAfter(moment)
                && (!outage.has("until") || at(outage, "until").isAfter(moment));
    }

    private static Instant at(JsonNode outage, String field) {
        assertThat(outage.has(field)).as(field).isTrue();
        return OffsetDateTime.parse(outage.path(field).asString()).toInstant();
    }

    private static JsonNode status(OwnGateway gateway) {
        return JSON.readTree(body(gateway, "/api/v1/status", "application/json"));
    }

    private static String page(OwnGateway gateway, String language) {
        return body(gateway, "/status?lang=" + language, "text/html");
    }

    private static String body(OwnGateway gateway, String uri, String accept) {
        return String.valueOf(gateway.http()
                .get()
                .uri(uri)
                .header("Accept", accept)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }
}
