package dev.qapi.gateway.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.qapi.gateway.support.OwnGateway;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What whoever distributes requests sees of a gateway that is told to stop. */
class DrainTests {

    private static final Duration DRAIN = Duration.ofSeconds(3);

    @TempDir
    static Path data;

    private final HttpClient http =
            HttpClient.newBuilder().version(Version.HTTP_1_1).build();

    @Test
    void itIsNotReadyAndGoesOnAnsweringBeforeItIsGone() throws Exception {
        var gateway = OwnGateway.on(data, "qapi.server.drain=" + DRAIN.toMillis() + "ms");
        var readiness = URI.create("http://127.0.0.1:" + gateway.managementPort() + "/actuator/health/readiness");
        var catalogue = URI.create("http://127.0.0.1:" + gateway.port() + "/api/v1/catalogue");
        var stop = Thread.ofPlatform().unstarted(gateway::close);
        try (http) {
            assertThat(get(readiness).statusCode()).isEqualTo(200);
            assertThat(get(catalogue).headers().firstValue("Connection")).isEmpty();

            var begun = System.nanoTime();
            stop.start();

            await().pollInterval(Duration.ofMillis(50))
                    .until(() -> get(readiness).statusCode() == 503);
            var told = get(catalogue);
            assertThat(told.statusCode()).isEqualTo(200);
            assertThat(told.headers().firstValue("Connection")).hasValue("close");
            stop.join();
            assertThat(System.nanoTime() - begun).isGreaterThan(DRAIN.toNanos());
            assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> get(catalogue));
            assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> get(readiness));
        } finally {
            gateway.close();
        }
    }

    private HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }
}
