package dev.qapi.mock;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Starts the simulated government before any bean exists, where a sandbox is asked for ({@code qapi.sandbox}) and no
 * real exchange layer is configured ({@code qapi.ehis.url}). One serves every application context of a JVM and lives
 * as long.
 */
class Sandbox implements EnvironmentPostProcessor {

    private static final int PORT = 9090;
    private static @Nullable MockEgov running;

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (isOn(environment, "qapi.sandbox")
                && !isOn(environment, "spring.aot.processing")
                && !environment.containsProperty("qapi.ehis.url")) {
            var egov = running(environment.getProperty("qapi.mock.port", Integer.class, PORT));
            environment
                    .getPropertySources()
                    .addLast(new MapPropertySource("simulated government", Map.of("qapi.ehis.url", egov.baseUrl())));
        }
    }

    private static boolean isOn(ConfigurableEnvironment environment, String property) {
        return environment.getProperty(property, Boolean.class, false);
    }

    private static synchronized MockEgov running(int port) {
        var egov = running;
        if (egov == null) {
            egov = MockEgov.start(port);
            running = egov;
        }
        return egov;
    }
}
