package dev.qapi.gateway.killing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** A real HAProxy before all gateways of a site: it asks each whether it is ready, and sends nothing a second time. */
final class Balancer implements AutoCloseable {

    static final Path PROGRAM = Path.of("/usr/sbin/haproxy");

    private static final String SETTINGS = """
            global
                log stdout format raw local0
            defaults
                mode http
                log global
                option httplog
                option dontlog-normal
                retries 0
                timeout connect 1s
                timeout check 2s
                timeout client 30s
                timeout server 30s
            frontend door
                bind 127.0.0.1:%d
                default_backend gateways
            backend gateways
                option httpchk
                http-check send meth GET uri /actuator/health/readiness ver HTTP/1.1 hdr Host localhost
                default-server check inter 200ms fall 1 rise 1
            %s
            """;

    private final int port = Ports.row(1);
    private final Process process;

    Balancer(Site site, Path folder) throws IOException {
        var servers = site.gateways().stream()
                .map(it ->
                        "    server %s 127.0.0.1:%d check port %d".formatted(it.name(), it.port(), site.management(it)))
                .collect(Collectors.joining("\n"));
        var file = Files.writeString(folder.resolve("haproxy.cfg"), SETTINGS.formatted(port, servers));
        process = new ProcessBuilder(PROGRAM.toString(), "-db", "-f", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("haproxy.log").toFile())
                .start();
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
