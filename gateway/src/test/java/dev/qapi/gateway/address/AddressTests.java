package dev.qapi.gateway.address;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qapi.gateway.support.GatewayTest;
import dev.qapi.gateway.support.RawHttp;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** The whole gateway behind a proxy of ours at 127.0.0.1, on this machine's names. */
@GatewayTest
@TestPropertySource(properties = "qapi.trusted-proxies=127.0.0.0/8")
class AddressTests {

    @LocalServerPort
    int port;

    @LocalManagementPort
    int management;

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST", "localhost:1234", "127.0.0.1", "[::1]", "[::1]:80"})
    void ourNamesAreAnswered(String host) {
        assertThat(get(port, "/", "Host: " + host).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "127.0.0.1.evil.example", "localhost.", "127.0.0.2", "[::2]", "a_b"})
    void anotherNameIsNot(String host) {
        assertThat(get(port, "/", "Host: " + host).status()).isEqualTo(421);
        assertThat(get(port, "/api/v1/status", "Host: " + host).text()).contains("\"code\":\"00421\"");
        assertThat(get(port, "/", "Host: localhost\r\nX-Forwarded-Host: " + host)
                        .status())
                .isEqualTo(421);
    }

    @Test
    void managementIsAskedByAnyName() {
        assertThat(get(management, "/actuator/health/liveness", "Host: 10.1.2.3:8081")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void httpsIsInsistedOnWhereTheProxySpeaksIt() {
        assertThat(get(port, "/", "Host: localhost\r\nX-Forwarded-Proto: https").text())
                .contains("Strict-Transport-Security: max-age=31536000");
        assertThat(get(port, "/", "Host: localhost").text()).doesNotContain("Strict-Transport-Security");
    }

    private static RawHttp get(int port, String path, String headers) {
        return say(port, "GET " + path + " HTTP/1.1\r\n" + headers + "\r\nConnection: close\r\n\r\n");
    }

    private static RawHttp say(int port, String request) {
        try (var client = new RawHttp(port)) {
            return client.say(request).hear(Duration.ofSeconds(20));
        }
    }
}
