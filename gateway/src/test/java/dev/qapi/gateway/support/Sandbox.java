package dev.qapi.gateway.support;

import dev.qapi.gateway.Gateway;
import dev.qapi.mock.MockEgov;
import dev.qapi.mock.Settings;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** What {@code mvn spring-boot:run} starts, as a browser meets it: every e-service, and a government and a myGov of its own. */
public record Sandbox(ConfigurableApplicationContext gateway, MockEgov government, int port) implements AutoCloseable {

    /** @param data where it may keep what it stores */
    public static Sandbox on(Path data, String... properties) throws IOException {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort(); // myGov has to know it beforehand
        }
        var government =
                MockEgov.start(Settings.quick(Clock.systemUTC()).returningTo(URI.create("http://localhost:" + port)));
        var all = Stream.of(
                        Stream.of(
                                "qapi.sandbox=true",
                                "server.port=" + port,
                                "management.server.port=0",
                                "qapi.mygov.patience=20s",
                                "qapi.session.patience=5s",
                                "qapi.data=" + data),
                        government.gatewayProperties().entrySet().stream(),
                        Stream.of(properties))
                .flatMap(some -> some)
                .map(property -> "--" + property)
                .toArray(String[]::new);
        return new Sandbox(new SpringApplicationBuilder(Gateway.class).run(all), government, port);
    }

    @Override
    public void close() {
        gateway.close();
        government.close();
    }
}
