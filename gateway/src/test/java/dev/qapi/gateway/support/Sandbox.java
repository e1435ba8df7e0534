package dev.qapi.gateway.support;

import dev.qapi.gateway.Gateway;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Everything that {@code mvn spring-boot:run} starts, as a browser meets it: every e-service, every register, myGov. */
public record Sandbox(ConfigurableApplicationContext gateway, int port) implements AutoCloseable {

    /** @param data where it may keep what it stores */
    public static Sandbox on(Path data, String... properties) throws IOException {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort(); // myGov has to know it beforehand
        }
        var all = Stream.concat(
                Stream.of(
                        "qapi.sandbox=true",
                        "server.port=" + port,
                        "management.server.port=0",
                        "qapi.mock.port=0",
                        "qapi.mygov.patience=20s",
                        "qapi.session.patience=5s",
                        "qapi.data=" + data),
                Stream.of(properties));
        return new Sandbox(
                new SpringApplicationBuilder(Gateway.class)
                        .run(all.map(property -> "--" + property).toArray(String[]::new)),
                port);
    }

    @Override
    public void close() {
        gateway.close();
    }
}
