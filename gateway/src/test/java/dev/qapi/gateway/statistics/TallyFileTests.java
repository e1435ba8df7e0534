package dev.qapi.gateway.statistics;

import static dev.qapi.eservice.Register.EHIS;
import static dev.qapi.eservice.Register.VMMS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.qapi.eservice.Statistics;
import dev.qapi.mock.MockEgov;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** What was counted outlives a restart. */
class TallyFileTests {

    private static final MockEgov GOVERNMENT = MockEgov.start(0);

    @AfterAll
    static void stop() {
        GOVERNMENT.close();
    }

    @Test
    void whatWasCountedIsThereAfterARestart(@TempDir Path data) {
        Statistics before;
        try (var gateway = start(data)) {
            var tally = gateway.getBean(Tally.class);
            tally.called(VMMS, EHIS, true, true);
            tally.called(VMMS, EHIS, true, false);
            tally.asked(VMMS, true);
            tally.told("applications", "az", true);
            before = tally;
        }
        try (var gateway = start(data)) {
            var after = gateway.getBean(Tally.class);
            await().untilAsserted(() -> {
                assertThat(after.answers()).isEqualTo(before.answers()).hasSize(1);
                assertThat(after.calls()).containsAll(before.calls()).isNotEmpty();
            });
            var vmms = after.registers().stream()
                    .filter(it -> it.of() == VMMS)
                    .findFirst()
                    .orElseThrow();
            assertThat(vmms.answered()).isPositive();
            assertThat(vmms.lastSuccess()).isNotNull();
        }
    }

    private static ConfigurableApplicationContext start(Path data) {
        return new SpringApplicationBuilder(dev.qapi.gateway.Gateway.class)
                .properties(GOVERNMENT.gatewayProperties())
                .run(
                        "--qapi.sandbox=true",
                        "--server.port=0",
                        "--management.server.port=0",
                        "--qapi.snapshots.first=1h",
                        "--qapi.data=" + data);
    }
}
