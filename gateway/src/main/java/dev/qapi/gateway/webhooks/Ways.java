package dev.qapi.gateway.webhooks;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.http.client.InetAddressFilter;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.http.client.reactive.ClientHttpConnector;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/**
 * How addresses that strangers name are connected to. What a name leads to is looked at once it is resolved and right before
 * it is connected to, each time anew, so that no name can lead elsewhere the second time; nothing leads inside, and no
 * answer leads on to another address.
 */
final class Ways {

    private static final Duration NAMES_KEPT = Duration.ofSeconds(1);
    private static final int LARGEST_HEADERS = 8 * 1024;

    private Ways() {}

    static ClientHttpConnector out(WebhooksProperties properties) {
        var filter = properties.loopback()
                ? InetAddressFilter.of("127.0.0.0/8", "::1")
                : InetAddressFilter.externalAddresses().and(InetAddressFilter.adapt(Ways::isItself));
        return ClientHttpConnectorBuilder.reactor()
                .withHttpClientFactory(() -> HttpClient.create(ConnectionProvider.newConnection()))
                .withHttpClientCustomizer(Ways::strict)
                .build(HttpClientSettings.defaults()
                        .withRedirects(HttpRedirects.DONT_FOLLOW)
                        .withConnectTimeout(properties.connect())
                        .withReadTimeout(properties.answer())
                        .withInetAddressFilter(filter));
    }

    /**
     * Whether it is no other address in disguise: one of IPv4, or a global one of IPv6 (2000::/3, RFC 4291) that carries none
     * of IPv4 (Teredo, 2001::/32; 6to4, 2002::/16). What is mapped ({@code ::ffff:127.0.0.1}) or compatible
     * ({@code ::127.0.0.1}) is an address of IPv6 to Netty, and external to Boot's filter, and connects to IPv4.
     */
    private static boolean isItself(InetAddress address) {
        var bytes = ByteBuffer.wrap(address.getAddress());
        if (bytes.capacity() == 4) {
            return true;
        }
        var first = Short.toUnsignedInt(bytes.getShort(0));
        return first >> 13 == 1 && first != 0x2002 && bytes.getInt(0) != 0x20010000;
    }

    private static HttpClient strict(HttpClient http) {
        return http.disableRetry(true)
                .compress(false)
                .keepAlive(false)
                .httpResponseDecoder(decoder -> decoder.maxHeaderSize(LARGEST_HEADERS))
                .resolver(names -> names.cacheMaxTimeToLive(NAMES_KEPT).cacheNegativeTimeToLive(Duration.ZERO));
    }
}
