package dev.qapi.mock.faults;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.Options.ChunkedEncodingPolicy;
import dev.qapi.mock.wire.Certificates;
import dev.qapi.mock.wire.FaultProxy;
import dev.qapi.mock.wire.NameServer;
import dev.qapi.mock.wire.Tls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** As little of a government as is needed to see it fail: whoever tests the real one says where its parts stand. */
final class Government implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofMillis(500);
    static final String EHIS = "EHIS";
    static final String GPP = "GPP";
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final NameServer names;
    private final Certificates certificates;
    private final List<Entrance> entrances = new ArrayList<>();
    private final Faults faults;
    private final WireMockServer server;

    Government(Latency latency) throws IOException {
        names = NameServer.start(0);
        certificates = Certificates.make(Clock.systemUTC(), Entrance.host(EHIS), Entrance.host(GPP));
        for (var system : List.of(EHIS, GPP)) {
            var tls = new Tls(certificates);
            entrances.add(
                    new Entrance(system, FaultProxy.start(0, this::upstream, tls, new HttpReplyInspector()), tls));
        }
        faults = new Faults(Clock.systemUTC(), latency, PATIENCE, entrances, names);
        server = new WireMockServer(options()
                .bindAddress("127.0.0.1")
                .dynamicPort()
                .useChunkedTransferEncoding(ChunkedEncodingPolicy.NEVER)
                .gzipDisabled(true)
                .stubRequestLoggingDisabled(true)
                .disableRequestJournal()
                .extensions(new FixedReply(faults), new FaultAdmin(faults)));
        server.start();
        server.stubFor(any(anyUrl()).willReturn(ok().withTransformers(FixedReply.NAME)));
    }

    private InetSocketAddress upstream() {
        return new InetSocketAddress(LOOPBACK, server.port());
    }

    int port(String system) {
        return entrances.stream()
                .filter(entrance -> entrance.system().equals(system))
                .findFirst()
                .orElseThrow()
                .proxy()
                .port();
    }

    NameServer names() {
        return names;
    }

    /** In PEM. */
    String authority() {
        return certificates.authority();
    }

    Call call() {
        return new Call(port(EHIS), "VMMS/EHIS/applications/search", "");
    }

    HttpResponse<String> admin(String method, String path, String body) throws IOException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/__admin/egov/" + path))
                .method(method, BodyPublishers.ofString(body))
                .build();
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        entrances.forEach(entrance -> entrance.proxy().close());
        faults.close();
        server.stop();
        names.close();
    }
}
