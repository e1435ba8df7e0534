package dev.qapi.gateway;

import static dev.qapi.gateway.support.People.isAnsweredVia;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.qapi.gateway.stores.OwnRedis;
import dev.qapi.gateway.support.Bridge;
import dev.qapi.gateway.support.Names;
import dev.qapi.gateway.support.OwnGateway;
import dev.qapi.gateway.support.Vmms;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The name server that was configured is the one that is asked, and what it takes back is soon forgotten. */
class NameServerTests {

    private static final int PORT = OwnRedis.freePort();

    @TempDir
    Path data;

    @Test
    void ehisIsWhereTheNameServerSaysAndElsewhereOrNowhereIsAFaultOfTheRoute() {
        var ehis = new Vmms(options -> options.port(PORT));
        try (var bridge = new Bridge();
                var names = new Names();
                var gateway = OwnGateway.on(
                        data,
                        bridge.properties(
                                "test.ehis.url=http://ehis.test:" + PORT,
                                "qapi.registers.name-server=127.0.0.1:" + names.port()))) {
            gateway.bean(CircuitBreakerRegistry.class)
                    .getAllCircuitBreakers()
                    .forEach(breaker -> breaker.transitionToDisabledState());
            var http = gateway.http();
            await("no such name")
                    .atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> isAnsweredVia("ASAN_BRIDGE", http));
            names.beSilent();
            var begun = System.nanoTime();
            isAnsweredVia("ASAN_BRIDGE", http);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
            names.say(192, 0, 2, 1); // nobody has this one
            isAnsweredVia("ASAN_BRIDGE", http);
            assertThat(ehis.calls()).isZero();
            names.say(127, 0, 0, 1);
            await("the right address").atMost(Duration.ofSeconds(5)).untilAsserted(() -> isAnsweredVia("EHIS", http));
        } finally {
            ehis.stop();
        }
    }
}
