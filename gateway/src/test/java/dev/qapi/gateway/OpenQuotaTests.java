package dev.qapi.gateway;

import static org.awaitility.Awaitility.await;

import dev.qapi.gateway.support.OwnGateway;
import dev.qapi.mock.MockEgov;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The quota that the register sums up is published, and stays so when the register is gone. */
class OpenQuotaTests {

    @TempDir
    Path data;

    @Test
    void itStaysWhenTheRegisterIsGone() {
        try (var government = MockEgov.start(0);
                var gateway = OwnGateway.on(data, "test.ehis.url=" + government.baseUrl(), "qapi.snapshots.first=0s")) {
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> isPublished(gateway));
            government.close();
            isPublished(gateway);
        }
    }

    private static void isPublished(OwnGateway gateway) {
        gateway.http()
                .get()
                .uri("/api/v1/open-data/quota")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.freshness")
                .isEqualTo("CACHED")
                .jsonPath("$.data.rows[0].activity")
                .isNotEmpty()
                .jsonPath("$.data.rows[0].approved")
                .isNumber();
    }
}
