package dev.qapi.mock;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.FatalStartupException;
import dev.qapi.contract.Contract;
import java.time.Clock;
import wiremock.org.eclipse.jetty.util.thread.QueuedThreadPool;
import wiremock.org.eclipse.jetty.util.thread.ThreadPool;

/**
 * The simulated government, an HTTP server on the loopback interface: every register that a contract describes, behind
 * EHİS. WireMock's own API at {@code /__admin} makes it slow, broken or dead, see {@link OnlyStub}.
 */
public final class MockEgov implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";
    /** So many calls may hang in an injected delay while others are still answered. */
    private static final int HANGING_CALLS = 500;
    /** What {@code /__admin/requests} remembers: enough to count calls in a test, bounded under load. */
    private static final int REMEMBERED_CALLS = 1_000;

    private final WireMockServer server;

    private MockEgov(WireMockServer server) {
        this.server = server;
    }

    /**
     * @param port where it listens, 0 for any free one
     * @throws MockPortInUse if something else listens there
     */
    public static MockEgov start(int port) {
        return start(port, Clock.systemUTC());
    }

    /** @param clock what the registers take for now */
    public static MockEgov start(int port, Clock clock) {
        var server = new WireMockServer(options()
                .bindAddress(LOOPBACK)
                .port(port)
                .threadPoolFactory(options -> daemons())
                .maxRequestJournalEntries(REMEMBERED_CALLS)
                .notifier(new Quiet())
                .extensions(new OnlyStub(), new Ehis(Registers.of(Contract.all(), clock))));
        try {
            server.start();
        } catch (FatalStartupException e) {
            throw new MockPortInUse(port, e);
        }
        return new MockEgov(server);
    }

    /** Where it listens. */
    public int port() {
        return server.port();
    }

    /** What {@code qapi.ehis.url} is to be. */
    public String baseUrl() {
        return "http://" + LOOPBACK + ':' + port();
    }

    @Override
    public void close() {
        server.stop();
    }

    /** It lives inside somebody else's process and must not keep that alive. */
    private static ThreadPool daemons() {
        var threads = new QueuedThreadPool(HANGING_CALLS);
        threads.setName("mock-egov");
        threads.setDaemon(true);
        return threads;
    }
}
