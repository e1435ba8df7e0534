package dev.qapi.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qapi.mock.population.Country;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * How many calls the simulation bears per core, so that it is never what a benchmark of the gateway measures. Not part of
 * the tests: {@code mvn -pl mock-egov -am test -Dtest=ThroughputBenchmark -Dsurefire.failIfNoSpecifiedTests=false}.
 * A process of its own answers searches about made-up people, each with an application, through EHİS's door; its CPU
 * time, not the clock, tells what a core bears.
 */
class ThroughputBenchmark {

    private static final int CONNECTIONS = 32;
    private static final Duration WARM_UP = Duration.ofSeconds(40);
    private static final Duration ROUND = Duration.ofSeconds(5);
    private static final int ROUNDS = 5;
    private static final byte[] END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    @Test
    void measures() throws Exception {
        var port = freePorts();
        var process = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Standalone.class.getName(),
                        "--qapi.mock.port=" + port,
                        "--qapi.mock.slow=false")
                .redirectErrorStream(true)
                .inheritIO()
                .start();
        try {
            await(port);
            var requests = requests();
            load(port + 1, requests, WARM_UP);
            for (var round = 1; round <= ROUNDS; round++) {
                var cpu = cpu(process);
                var calls = load(port + 1, requests, ROUND);
                var spent = cpu(process).minus(cpu);
                System.out.printf(
                        "round %d: %d requests/s, %.0f µs of CPU each: %.0f requests/s per core%n",
                        round,
                        calls / ROUND.toSeconds(),
                        spent.toNanos() / 1e3 / calls,
                        calls / (spent.toNanos() / 1e9));
            }
        } finally {
            process.destroy();
        }
    }

    private static Duration cpu(Process process) {
        return process.toHandle().info().totalCpuDuration().orElseThrow();
    }

    /** Six in a row: the page, four doors, the name server. */
    private static int freePorts() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort() < 60_000 ? socket.getLocalPort() + 100 : 21_000;
        }
    }

    private static void await(int port) {
        for (var i = 0; i < 900; i++) {
            try {
                new Socket(InetAddress.ofLiteral("127.0.0.1"), port).close();
                return;
            } catch (IOException notYet) {
                LockSupport.parkNanos(100_000_000);
            }
        }
        throw new IllegalStateException("It does not start");
    }

    private static List<byte[]> requests() {
        var country = new Country(42, 20_000, Country.DISAGREEMENT);
        return IntStream.range(0, 20_000)
                .mapToObj(country::person)
                .filter(person -> !person.cases().isEmpty())
                .limit(2_000)
                .map(person -> request(Call.search(person)))
                .toList();
    }

    private static byte[] request(String body) {
        return ("POST " + Call.SEARCH + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "X-Road-Client: AZ/GOV/QAPI/GATEWAY\r\nX-Road-Id: 1\r\nContent-Length: " + body.length()
                        + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static long load(int port, List<byte[]> requests, Duration duration) throws Exception {
        var calls = new AtomicLong();
        var until = System.nanoTime() + duration.toNanos();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            for (var client = 0; client < CONNECTIONS; client++) {
                var first = client * 61;
                running.add(clients.submit(() -> {
                    try (var socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
                        socket.setTcpNoDelay(true);
                        var in = new BufferedInputStream(socket.getInputStream(), 32 * 1024);
                        for (var i = first; System.nanoTime() < until; i++) {
                            socket.getOutputStream().write(requests.get(i % requests.size()));
                            assertThat(status(in)).isEqualTo(200);
                            calls.incrementAndGet();
                        }
                    }
                    return null;
                }));
            }
            for (var one : running) {
                one.get();
            }
        }
        return calls.get();
    }

    /** Reads a whole reply. */
    private static int status(InputStream in) throws IOException {
        var head = new StringBuilder();
        for (var matched = 0; matched < END.length; ) {
            var c = in.read();
            if (c < 0) {
                throw new IOException("cut off");
            }
            head.append((char) c);
            matched = c == END[matched] ? matched + 1 : c == '\r' ? 1 : 0;
        }
        var at = head.indexOf("Content-Length: ") + "Content-Length: ".length();
        in.skipNBytes(Long.parseLong(head.substring(at, head.indexOf("\r", at))));
        return Integer.parseInt(head.substring(9, 12));
    }
}
