package dev.qapi.mock.exchange;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.Options.ChunkedEncodingPolicy;
import dev.qapi.mock.faults.FaultAdmin;
import dev.qapi.mock.faults.Faults;
import dev.qapi.mock.mygov.MyGov;
import dev.qapi.mock.registers.Government;
import dev.qapi.mock.registers.Registers;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import wiremock.org.eclipse.jetty.util.thread.QueuedThreadPool;
import wiremock.org.eclipse.jetty.util.thread.ThreadPool;

/** The one WireMock server behind every system, with the administration and the page on it. */
public final class Exchange implements AutoCloseable {

    /** Nobody hangs here: pauses are the proxies' business. A stub with a delay of its own takes a thread. */
    private static final int THREADS = 500;
    /** What {@code /__admin/requests} remembers: WireMock looks through all of it at each call. */
    private static final int REMEMBERED_CALLS = 50;
    /** As path segments. */
    private static final Set<String> OVER_THE_BRIDGE = Set.of("vmms", "iamas", "avis", "vvadq", "visa");

    /**
     * What it serves.
     *
     * @param clock by which tokens expire
     * @param client whom the bridge knows
     * @param secret of that client
     * @param facts what the page tells of addresses and the like
     */
    public record Served(
            Registers registers,
            Government government,
            Faults faults,
            Clock clock,
            String client,
            String secret,
            Supplier<Map<String, Object>> facts) {

        /** Prints no secret. */
        @Override
        public String toString() {
            return "Served";
        }
    }

    private final WireMockServer server;

    private Exchange(WireMockServer server) {
        this.server = server;
    }

    /**
     * @param calls where they are noted
     * @throws com.github.tomakehurst.wiremock.common.FatalStartupException if the port is taken
     */
    public static Exchange start(InetSocketAddress at, Served served, Calls calls, Supplier<MyGov> myGov) {
        var tokens = new BridgeTokens(served.client(), served.secret(), OVER_THE_BRIDGE, served.clock());
        var carriers = List.of(new Ehis(), new AsanBridge(tokens), new Direct());
        var page = new Page(served, calls);
        var reset = (Runnable) () -> {
            served.faults().clear();
            tokens.revoke();
        };
        var server = new WireMockServer(options()
                .bindAddress(at.getAddress().getHostAddress())
                .port(at.getPort())
                .threadPoolFactory(options -> daemons())
                .useChunkedTransferEncoding(ChunkedEncodingPolicy.NEVER)
                .gzipDisabled(true)
                .stubRequestLoggingDisabled(true)
                .maxRequestJournalEntries(REMEMBERED_CALLS)
                .notifier(new Quiet())
                .extensions(
                        new OnlyStub(),
                        new Systems(carriers, served, calls, page),
                        new FaultAdmin(served.faults()),
                        new MyGovAdmin(myGov),
                        new LettersAdmin(served.government()),
                        new GovernmentAdmin(served.government(), calls, reset)));
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
