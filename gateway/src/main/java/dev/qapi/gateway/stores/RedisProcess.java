package dev.qapi.gateway.stores;

import dev.qapi.gateway.start.CannotStart;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import redis.embedded.RedisExecProvider;

/** The child process: the real Redis under a shell that ends it when the standard input, held by this JVM, ends. */
final class RedisProcess implements AutoCloseable {

    /**
     * Ctrl-C in a terminal must not reach Redis before the gateway has gone through its own end.
     * Redis is killed outright, since it keeps nothing and a stopped process would not hear a politer signal.
     */
    private static final String UNTIL_INPUT_ENDS = """
            trap '' INT
            exec 3<&0
            $(command -v setsid) "$0" "$@" 3<&- &
            redis=$!
            { cat; kill -9 $redis; } <&3 >/dev/null 2>&1 &
            keeper=$!
            exec 3<&-
            trap 'kill -9 $redis' TERM
            wait $redis
            kill $keeper
            """;

    private final int port;
    private final Process shell;
    private final ProcessHandle redis;

    private RedisProcess(Process shell, int port) throws IOException {
        this.port = port;
        this.shell = shell;
        var output = shell.inputReader();
        redis = ProcessHandle.of(pidWhenReady(output)).orElseThrow(() -> new IOException("Redis ended at once"));
        // not a virtual one: reading a pipe keeps a whole carrier, and with a few of them no virtual thread runs any
        // more
        Thread.ofPlatform()
                .daemon()
                .name("redis output")
                .start(() -> output.lines().forEach(line -> {}));
    }

    static RedisProcess start(String password) {
        try {
            var port = freePort();
            var folder = Files.createTempDirectory("qapi-redis");
            var settings = folder.resolve("redis.conf");
            Files.writeString(settings, settings(port, password, folder));
            var program = RedisExecProvider.defaultProvider().get().toPath();
            try {
                return new RedisProcess(
                        new ProcessBuilder("sh", "-c", UNTIL_INPUT_ENDS, program.toString(), settings.toString())
                                .redirectErrorStream(true)
                                .start(),
                        port);
            } finally {
                // a running program needs its file no more; a killed JVM could not tidy up later
                delete(program, Objects.requireNonNull(program.getParent()), settings, folder);
            }
        } catch (IOException | RuntimeException e) {
            throw new CannotStart(
                    "The embedded Redis does not start (%s). Use another one: REDIS_URL=redis://host:6379"
                            .formatted(e.getMessage()),
                    e);
        }
    }

    private static String settings(int port, String password, Path folder) {
        return """
            bind 127.0.0.1
            port %d
            requirepass %s
            dir "%s"
            save ""
            appendonly no
            maxmemory 64mb
            maxmemory-policy allkeys-lru
            """.formatted(port, password, folder);
    }

    private static void delete(Path... files) throws IOException {
        for (var file : files) {
            Files.deleteIfExists(file);
        }
    }

    /** Redis begins each line of its log with its process id. */
    private static long pidWhenReady(BufferedReader output) throws IOException {
        var last = "no output";
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.contains("Ready to accept connections")) {
                return Long.parseLong(line.substring(0, line.indexOf(':')));
            }
            last = line;
        }
        throw new IOException(last);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    int port() {
        return port;
    }

    long pid() {
        return redis.pid();
    }

    boolean isAlive() {
        return redis.isAlive();
    }

    @Override
    public void close() {
        redis.destroyForcibly();
        try {
            shell.outputWriter().close();
        } catch (IOException alreadyGone) {
            shell.destroy();
        }
    }
}
