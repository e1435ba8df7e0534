package dev.qapi.mock;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
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
            var egov = running(environment);
            environment
                    .getPropertySources()
                    .addLast(new MapPropertySource("simulated government", egov.gatewayProperties()));
        }
    }

    private static boolean isOn(Environment environment, String property) {
        return environment.getProperty(property, Boolean.class, false);
    }

    /** @throws MockPortInUse if something else listens at one of the ports */
    static synchronized MockEgov running(Environment environment) {
        var egov = running;
        if (egov == null) {
            egov = MockEgov.start(settings(environment));
            running = egov;
        }
        return egov;
    }

    private static Settings settings(Environment environment) {
        var quick = MockEgov.usual();
        return new Settings(
                address(environment.getProperty("qapi.mock.bind", "127.0.0.1")),
                environment.getProperty("qapi.mock.port", Integer.class, PORT),
                quick.clock(),
                environment.getProperty("qapi.mock.seed", Long.class, quick.seed()),
                environment.getProperty("qapi.mock.people", Integer.class, quick.size()),
                environment.getProperty("qapi.mock.disagreement", Double.class, quick.disagreement()),
                environment.getProperty("qapi.resilience.response", Duration.class, quick.patience()),
                environment.getProperty("qapi.mock.slow", Boolean.class, true),
                environment.getProperty("qapi.mock.told-to-vmms", Duration.class, Duration.ofSeconds(5)),
                environment.getProperty("qapi.mock.told-to-iamas", Duration.class, Duration.ofSeconds(10)),
                gateway(environment),
                environment.getProperty("qapi.mock.mygov-url", URI.class),
                file(environment.getProperty("qapi.mock.deeds", "")));
    }

    private static @Nullable Path file(String deeds) {
        return deeds.isBlank() ? null : Path.of(deeds);
    }

    /** Where browsers find the gateway: on the port that it is told to open, unless it is to choose one. */
    private static URI gateway(Environment environment) {
        var port = environment.getProperty("server.port", Integer.class, 0);
        var usual = port > 0 ? "http://localhost:" + port : Settings.GATEWAY;
        return URI.create(environment.getProperty("qapi.mock.gateway", usual));
    }

    private static InetAddress address(String bind) {
        try {
            return InetAddress.getByName(bind);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("qapi.mock.bind is no address: " + bind, e);
        }
    }
}
