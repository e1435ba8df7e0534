package dev.qapi.gateway.start;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** Names the variable that moves the taken port; Boot's own analysis cannot know how the gateway was started. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class PortTakenAnalyzer extends AbstractFailureAnalyzer<PortInUseException> {

    private final Environment environment;

    PortTakenAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, PortInUseException cause) {
        var port = cause.getPort();
        var management = environment.getProperty("management.server.port", Integer.class, 8081) == port;
        var variable = management ? "MANAGEMENT_SERVER_PORT" : "SERVER_PORT";
        var command = Sandbox.in(environment).isPresent() ? " mvn spring-boot:run" : "";
        return new FailureAnalysis(
                "Port %d is taken. Stop what listens there, or choose another: %s=%d%s"
                        .formatted(port, variable, port < 50_000 ? port + 10_000 : port - 10_000, command),
                null,
                cause);
    }
}
