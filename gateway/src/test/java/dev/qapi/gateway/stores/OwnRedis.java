package dev.qapi.gateway.stores;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.stream.Stream;
import redis.embedded.RedisExecProvider;

/** A real Redis on a port that it finds again after it was killed. */
public final class OwnRedis implements AutoCloseable {

    private final int port = freePort();
    private Process process = start();

    public int port() {
        return port;
    }

    public void feels(Signal signal) {
        signal.to(process.pid());
    }

    public void comesBack() {
        process = start();
    }

    private Process start() {
        var started = at(port);
        await().until(() -> listens(port));
        return started;
    }

    /** The process alone, which may not listen yet. */
    public static Process at(int port, String... further) {
        var usual =
                Stream.of("--port", "" + port, "--bind", "127.0.0.1", "--save", "", "--enable-debug-command", "yes");
        return run(Stream.concat(usual, Stream.of(further)));
    }

    /** One that watches others; what it learns it writes into its settings. */
    static Process sentinel(Path settings) {
        return run(Stream.of(settings.toString(), "--sentinel"));
    }

    private static Process run(Stream<String> arguments) {
        try {
            return new ProcessBuilder(
                            Stream.concat(Stream.of(Program.PATH), arguments).toList())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Unpacked once: it cannot be run while another process that is just being made has it open for writing. */
    private static final class Program {
        static final String PATH = unpacked();

        private static String unpacked() {
            try {
                return RedisExecProvider.defaultProvider().get().toString();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    static boolean listens(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    public static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
