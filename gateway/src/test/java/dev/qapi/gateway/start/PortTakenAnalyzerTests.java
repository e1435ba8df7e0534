package dev.qapi.gateway.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.ArgumentResolver;
import org.springframework.mock.env.MockEnvironment;

class PortTakenAnalyzerTests {

    private final MockEnvironment environment =
            new MockEnvironment().withProperty("management.server.port", "8081").withProperty("qapi.sandbox", "true");

    @Test
    void namesTheVariableThatMovesThePort() {
        assertThat(sentence(8080))
                .isEqualTo("Port 8080 is taken. Stop what listens there, or choose another: "
                        + "SERVER_PORT=18080 mvn spring-boot:run");
        assertThat(sentence(8081)).endsWith("MANAGEMENT_SERVER_PORT=18081 mvn spring-boot:run");
        assertThat(sentence(65_000)).contains("SERVER_PORT=55000");
    }

    @Test
    void tellsAnOperatorOfNoCommandThatIsNotTheirs() {
        environment.setProperty("qapi.sandbox", "false");
        assertThat(sentence(8080)).endsWith("SERVER_PORT=18080");
    }

    /** Asked as Boot asks: in order, and the first that has an answer is believed. */
    private String sentence(int port) {
        List<FailureAnalyzer> analyzers = SpringFactoriesLoader.forDefaultResourceLocation()
                .load(
                        FailureAnalyzer.class,
                        ArgumentResolver.of(Environment.class, environment),
                        (type, name, e) -> {});
        return analyzers.stream()
                .map(analyzer -> analyzer.analyze(new PortInUseException(port)))
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElseThrow()
                .getDescription();
    }
}
