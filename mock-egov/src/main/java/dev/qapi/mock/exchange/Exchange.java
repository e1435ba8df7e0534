package dev.qapi.mock.exchange;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.qapi.mock.registers.Registers;
import java.time.Clock;
import java.util.Set;
import wiremock.org.eclipse.jetty.util.thread.QueuedThreadPool;
import wiremock.org.eclipse.jetty.util.thread.ThreadPool;

/** The one WireMock server behind every system. */
public final class Exchange implements AutoCloseable {

    /** Hanging calls hold no thread, see {@code asynchronousResponseEnabled}. */
    private static final int THREADS = 64;
    /** What {@code /__admin/requests} remembers: enough to count calls in a test, bounded under load. */
    private static final int REMEMBERED_CALLS = 1_000;

    private final WireMockServer server;

    private Exchange(WireMockServer server) {
        this.server = server;
    }

    /** @throws com.github.tomakehurst.wiremock.common.FatalStartupException if the port is taken */
    public static Exchange start(String address, int port, Registers registers, Clock clock, String secret) {
        var tokens = new BridgeTokens("qapi", secret, Set.of("vmms", "iamas", "avis", "vvadq", "visa"), clock);
        var server = new WireMockServer(options()
                .bindAddress(address)
                .port(port)
                .threadPoolFactory(options -> daemons())
                .asynchronousResponseEnabled(true)
                .asynchronousResponseThreads(8)
                .maxRequestJournalEntries(REMEMBERED_CALLS)
                .notifier(new Quiet())
                .extensions(new OnlyStub(), new Systems(registers, tokens)));
        server.start();
        return new Exchange(server);
    }

    /** Where it listens. */
    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }

    /** It lives inside somebody else's process and must not keep that alive. */
    private static ThreadPool daemons() {
        var threads = new QueuedThreadPool(THREADS);
        threads.setName("mock-egov");
        threads.setDaemon(true);
        return threads;
    }
}
