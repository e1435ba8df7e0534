package dev.qapi.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.qapi.contract.Node;
import dev.qapi.gateway.support.OwnGateway;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import tools.jackson.databind.json.JsonMapper;

/** Open data is told whatever is down, from disk after a restart, and never made up. */
class OpenDataTests {

    private static final String[] ALL_DOWN = {
        "qapi.snapshots.first=0s",
        "REDIS_URL=redis://127.0.0.1:1",
        "MONGODB_URI=mongodb://127.0.0.1:1/qapi?serverSelectionTimeoutMS=200",
        "test.ehis.url=http://127.0.0.1:1"
    };

    @TempDir
    Path data;

    @Test
    void withEverythingDownItTellsWhatIsKnownAndWhatIsMissing() {
        try (var gateway = OwnGateway.on(data, ALL_DOWN)) {
            await().until(() -> Files.isDirectory(data.resolve("snapshots")) && files("services") == 1);
            var services = get(gateway, "services");
            assertThat(services.get("freshness").text()).isEqualTo("CACHED");
            assertThat(services.get("missing").items()).isEmpty();
            var quota = get(gateway, "quota");
            assertThat(quota.get("freshness").text()).isEqualTo("PARTIAL");
            assertThat(quota.get("reliance").text()).isEqualTo("DO_NOT_RELY");
            assertThat(quota.get("data").get("rows").items()).isEmpty();
            assertThat(quota.get("missing").items().getFirst().get("path").text())
                    .isEqualTo("/data/rows");
            assertThat(raw(gateway, "/quota.csv", null).getResponseBody()).isEqualTo("year,activity,approved,used\r\n");
        }
    }

    @Test
    void aRestartFindsTheSnapshotAndADamagedOneGivesWayToTheOneBefore() throws IOException {
        String first;
        try (var gateway = OwnGateway.on(data, ALL_DOWN)) {
            await().until(() -> Files.isDirectory(data.resolve("snapshots")) && files("services") == 1);
            first = get(gateway, "services").get("asOf").text();
        }
        try (var gateway = OwnGateway.on(data, ALL_DOWN)) {
            await().until(() -> files("services") == 2);
        }
        Files.write(newest(), new byte[] {1}, StandardOpenOption.APPEND);
        try (var gateway = OwnGateway.on(data, later())) {
            assertThat(get(gateway, "services").get("asOf").text()).isEqualTo(first);
        }
    }

    @Test
    void aFolderThatCannotBeWrittenLeavesItInMemory() throws IOException {
        Files.writeString(data.resolve("snapshots"), "in the way");
        try (var gateway = OwnGateway.on(data, ALL_DOWN)) {
            await().untilAsserted(() ->
                    assertThat(get(gateway, "services").get("freshness").text()).isEqualTo("CACHED"));
        }
    }

    @Test
    void isListedForPeopleAndForPortalsThatHarvest() {
        try (var gateway = OwnGateway.on(data, later())) {
            var listed = raw(gateway, "", "application/ld+json");
            assertThat(listed.getResponseHeaders().getFirst("Content-Type")).isEqualTo("application/ld+json");
            var catalog =
                    new Node(new JsonMapper().readValue(Objects.requireNonNull(listed.getResponseBody()), Map.class));
            assertThat(catalog.get("@type").text()).isEqualTo("dcat:Catalog");
            for (var required : new String[] {"@context", "dct:title", "dct:description", "dct:publisher"}) {
                assertThat(catalog.get(required).isPresent()).as(required).isTrue();
            }
            assertThat(catalog.get("dcat:dataset").items()).hasSize(4).allSatisfy(dataset -> {
                assertThat(dataset.get("dct:title").text()).isNotBlank();
                assertThat(dataset.get("dct:description").text()).isNotBlank();
                assertThat(dataset.get("dcat:distribution").items()).hasSize(2).allSatisfy(distribution -> {
                    var address = distribution.get("dcat:accessURL").get("@id").text();
                    var file = raw(gateway, address.substring("/api/v1/open-data".length()), null);
                    assertThat(distribution.get("dcat:mediaType").get("@id").text())
                            .endsWith(Objects.requireNonNull(
                                            file.getResponseHeaders().getContentType())
                                    .getSubtype());
                });
            });
            assertThat(raw(gateway, "", null).getResponseBody()).contains("\"csv\":\"/api/v1/open-data/quota.csv\"");
        }
    }

    @Test
    void aFileIsFetchedOnceAndIsADownloadFromThePage() {
        try (var gateway = OwnGateway.on(data, ALL_DOWN)) {
            await().until(() -> Files.isDirectory(data.resolve("snapshots")) && files("availability") == 1);
            var first = raw(gateway, "/languages.csv", null).getResponseHeaders();
            assertThat(first.getFirst("Content-Type")).startsWith("text/csv").contains("header=present");
            assertThat(first.getFirst("Last-Modified")).isNotBlank();
            assertThat(first.getFirst("Age")).isNotBlank();
            gateway.http()
                    .get()
                    .uri("/api/v1/open-data/languages.csv")
                    .header(HttpHeaders.IF_NONE_MATCH, first.getETag())
                    .exchange()
                    .expectStatus()
                    .isNotModified()
                    .expectBody();
            assertThat(gateway.http()
                            .get()
                            .uri("/open-data?lang=en")
                            .header("Accept", "text/html")
                            .exchange()
                            .expectStatus()
                            .isOk()
                            .expectBody(String.class)
                            .returnResult()
                            .getResponseBody())
                    .contains("href=\"/api/v1/open-data/languages.csv\"", "Updated:");
        }
    }

    private static String[] later() {
        var properties = ALL_DOWN.clone();
        properties[0] = "qapi.snapshots.first=1h";
        return properties;
    }

    private long files(String name) throws IOException {
        try (var files = Files.list(data.resolve("snapshots"))) {
            return files.filter(file -> file.getFileName().toString().matches(name + "\\.[0-9]+\\.snapshot"))
                    .count();
        }
    }

    private Path newest() throws IOException {
        try (var files = Files.list(data.resolve("snapshots"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("services."))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }
    }

    private static Node get(OwnGateway gateway, String dataset) {
        return new Node(new JsonMapper()
                .readValue(
                        Objects.requireNonNull(raw(gateway, "/" + dataset, null).getResponseBody()), Map.class));
    }

    private static EntityExchangeResult<String> raw(OwnGateway gateway, String path, @Nullable String accept) {
        var request = gateway.http().get().uri("/api/v1/open-data" + path);
        return (accept == null ? request : request.header("Accept", accept))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult();
    }
}
