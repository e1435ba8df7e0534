package dev.qapi.gateway.killing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** A process that is killed and started again on the port that it had. */
final class Victim implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(90);

    private final String name;
    private final int port;
    private final Supplier<Process> starter;
    private final List<Duration> away = new CopyOnWriteArrayList<>();
    private volatile Runnable ready = () -> {};
    private volatile Process process;
    private volatile boolean up;
    private volatile long killed;

    Victim(String name, int port, Supplier<Process> starter) {
        this.name = name;
        this.port = port;
        this.starter = starter;
    }

    String name() {
        return name;
    }

    int port() {
        return port;
    }

    boolean isUp() {
        return up;
    }

    long pid() {
        return process.pid();
    }

    /** For how long it was away each time that it was killed. */
    List<Duration> away() {
        return away;
    }

    /** @param made done each time before it counts as up */
    void whenItListens(Runnable made) {
        ready = made;
    }

    /** Returns once it is up. */
    void start() {
        process = starter.get();
        await(name).pollInterval(Duration.ofMillis(20)).atMost(START).until(this::listens);
        ready.run();
        up = true;
        if (killed != 0) {
            away.add(Duration.ofNanos(System.nanoTime() - killed));
        }
    }

    private boolean listens() {
        if (!process.isAlive()) {
            throw new IllegalStateException(name + " ended at its start");
        }
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** SIGKILL: it can do nothing more, not even write what it has in hand. */
    void kill() {
        up = false;
        killed = System.nanoTime();
        process.destroyForcibly();
    }

    /** SIGTERM: it ends in peace. {@code Process.destroy} would close its input too, by which a {@link Child} ends at once. */
    void end() {
        up = false;
        process.toHandle().destroy();
        process.onExit().join();
    }

    /** After {@link #kill}. */
    void comeBack() {
        process.onExit().join();
        start();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
