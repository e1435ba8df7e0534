package dev.qapi.gateway.address;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qapi.gateway.support.RawHttp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServer;
import reactor.netty.resources.LoopResources;

/** Over a socket: who is asking, and by which name, as the gateway sees it. */
class ProxiedRequestsTests {

    private static final String PROXIED =
            "X-Forwarded-For: 198.51.100.7\r\nX-Forwarded-Proto: https\r\nX-Forwarded-Host: qapi.example";
    private static final List<String> SPOOFS = List.of(
            PROXIED,
            "Forwarded: for=198.51.100.7;proto=https;host=qapi.example",
            "X-Forwarded-Prefix: /evil",
            "X-Forwarded-Port: 1",
            "X-Forwarded-Ssl: on",
            "x-forwarded-host: qapi.example");

    @ParameterizedTest
    @FieldSource("SPOOFS")
    void aStrangerSaysNothingAboutThemselves(String headers) {
        assertThat(seen(List.of(), headers)).isEqualTo("http localhost 127.0.0.1 []");
    }

    @Test
    void aProxyOfOursIsBelieved() {
        assertThat(seen(List.of("127.0.0.0/8"), PROXIED)).isEqualTo("https qapi.example 198.51.100.7 []");
        assertThat(seen(List.of("127.0.0.1"), "Forwarded: for=\"[2001:db8::7]:80\";proto=https;host=qapi.example"))
                .isEqualTo("https qapi.example 2001:db8:0:0:0:0:0:7 []");
    }

    @Test
    void anotherProxyIsNot() {
        assertThat(seen(List.of("10.0.0.0/8", "2001:db8::/32"), PROXIED)).isEqualTo("http localhost 127.0.0.1 []");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "6.6.6.6, 198.51.100.7 | 198.51.100.7",
                "6.6.6.6, 198.51.100.7, 10.0.0.1 | 198.51.100.7",
                "6.6.6.6, 198.51.100.7, 10.0.0.1, 10.0.0.2 | 198.51.100.7",
                "10.0.0.3 | 10.0.0.3",
                "198.51.100.7:4711 | 198.51.100.7",
                "6.6.6.6, unknown | 127.0.0.1",
                "6.6.6.6, unknown, 10.0.0.1 | 10.0.0.1",
                "localhost | 127.0.0.1",
                "2001:db8::7 | 2001:db8:0:0:0:0:0:7"
            })
    void theNearestHopThatIsNoProxyOfOursIsWhoAsks(String forwarded, String source) {
        assertThat(seen(List.of("127.0.0.1", "10.0.0.0/8"), "X-Forwarded-For: " + forwarded))
                .isEqualTo("http localhost " + source + " []");
    }

    @Test
    void whatTheCallerWroteBeforeTheProxyDoesNotCount() {
        assertThat(seen(
                        List.of("127.0.0.1"),
                        "X-Forwarded-For: 6.6.6.6\r\nX-Forwarded-For: 198.51.100.7\r\nX-Forwarded-Proto: ftp, https"))
                .isEqualTo("https localhost 198.51.100.7 []");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X-Forwarded-For: 198.51.100.7 | Forwarded: for=6.6.6.6",
                "X-Forwarded-For: 198.51.100.7 | X-Forwarded-Proto: javascript",
                "X-Forwarded-For: 198.51.100.7 | X-Forwarded-Host: evil/path",
                "X-Forwarded-For: 198.51.100.7 | X-Forwarded-Host: a@evil"
            })
    void aProxyThatHandsOnNonsenseIsRefused(String one, String other) {
        assertThat(seen(List.of("127.0.0.1"), one + "\r\n" + other)).isEqualTo("400");
    }

    /** Scheme, host, source and the forwarded headers that are left. */
    private static String seen(List<String> proxies, String headers) {
        var seen = new ArrayList<String>();
        var handler = WebHttpHandlerBuilder.webHandler(
                        exchange -> Mono.fromRunnable(() -> seen.add(told(exchange.getRequest()))))
                .forwardedHeaderTransformer(new ProxiedRequests(new Proxies(proxies)))
                .build();
        var loops = LoopResources.create("proxied", 1, true); // those of a gateway may be about to end
        var server = HttpServer.create()
                .runOn(loops)
                .host("127.0.0.1")
                .port(0)
                .handle(new ReactorHttpHandlerAdapter(handler))
                .bindNow();
        try (var client = new RawHttp(server.port())) {
            client.say("GET / HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\nConnection: close\r\n\r\n")
                    .hear(Duration.ofSeconds(5));
            return client.status() == 200 ? seen.getFirst() : String.valueOf(client.status());
        } finally {
            server.disposeNow();
            loops.dispose();
        }
    }

    private static String told(ServerHttpRequest request) {
        var left = request.getHeaders().headerNames().stream()
                .filter(name -> name.regionMatches(true, 0, "X-Forwarded", 0, 11) || name.equalsIgnoreCase("Forwarded"))
                .toList();
        var uri = request.getURI();
        return uri.getScheme()
                + ' '
                + uri.getHost()
                + ' '
                + Objects.requireNonNull(request.getRemoteAddress())
                        .getAddress()
                        .getHostAddress()
                + ' '
                + left;
    }
}
