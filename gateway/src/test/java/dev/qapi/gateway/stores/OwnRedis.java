package dev.qapi.gateway.stores;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
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
        try {
            var program = RedisExecProvider.defaultProvider().get().toString();
            var started = new ProcessBuilder(
                            program,
                            "--port",
                            "" + port,
                            "--bind",
                            "127.0.0.1",
                            "--save",
                            "",
                            "--enable-debug-command",
                            "yes")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            await().until(() -> listens(port));
            return started;
        } catch (IOException e) {
            throw new IllegalStateException(e);
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
