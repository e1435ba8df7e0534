package dev.qapi.gateway.stores;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.test.web.reactive.server.WebTestClient;

/** With both stores away. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "REDIS_URL=redis://127.0.0.1:1",
            "MONGODB_URI=mongodb://127.0.0.1:1/qapi",
            "qapi.ehis.url=http://127.0.0.1:1",
            "qapi.gpp.url=http://127.0.0.1:1",
            "qapi.secret=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
            "qapi.data=target/health"
        })
class HealthTests {

    @LocalManagementPort
    int port;

    private WebTestClient management;

    @BeforeEach
    void connect() {
        management = WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port + "/actuator/health")
                .responseTimeout(Duration.ofSeconds(1))
                .build();
    }

    @Test
    void tellsOfBothWithinASecond() {
        // the first look also loads classes
        management.mutate().responseTimeout(Duration.ofSeconds(5)).build().get().exchange();
        management
                .get()
                .exchange()
                .expectStatus()
                .isEqualTo(503)
                .expectBody()
                .jsonPath("$.components.redis.status")
                .isEqualTo("DOWN")
                .jsonPath("$.components.mongo.status")
                .isEqualTo("DOWN");
    }

    @Test
    void keepsTheGatewayAliveAndReady() {
        management.get().uri("/liveness").exchange().expectStatus().isOk().expectBody();
        management.get().uri("/readiness").exchange().expectStatus().isOk().expectBody();
    }
}
