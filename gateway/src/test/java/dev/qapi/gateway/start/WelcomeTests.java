package dev.qapi.gateway.start;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class WelcomeTests {

    @Test
    void pointsAtThePortsThatAreReallyOpen() {
        var environment = new MockEnvironment()
                .withProperty("local.management.port", "18081")
                .withProperty("qapi.mock.url", "http://127.0.0.1:19090")
                .withProperty("qapi.data", "/somewhere/else");
        assertThat(new Welcome(environment).text("http://localhost:18080"))
                .contains("http://localhost:18080/docs")
                .contains("http://localhost:18081/actuator/health")
                .contains("http://127.0.0.1:19090")
                .contains("/somewhere/else")
                .contains("curl -s http://localhost:18080/api/v1/applications/track -H");
    }
}
