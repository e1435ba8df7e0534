package dev.qapi.gateway.registers;

import io.netty.channel.ChannelOption;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SupportedCipherSuiteFilter;
import io.netty.resolver.dns.DnsAddressResolverGroup;
import io.netty.resolver.dns.SingletonDnsServerAddressStreamProvider;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.ssl.SslOptions;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.stereotype.Component;
import reactor.netty.http.Http11SslContextSpec;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.transport.NameResolverProvider.NameResolverSpec;

/** Connections to exchange layers: pools, limits, whom we trust there and who tells us their addresses. */
@Component
class Connections {

    private static final int LARGEST_HEADERS = 16 * 1024;
    /** Shorter than a register keeps a connection alive, so that none is used that it is about to close. */
    private static final Duration IDLE = Duration.ofSeconds(8);

    private static final Duration NAMES_KEPT = Duration.ofSeconds(1);

    private final EhisProperties limits;
    private final RegistersProperties registers;
    private final SslBundles bundles;

    Connections(EhisProperties limits, RegistersProperties registers, SslBundles bundles) {
        this.limits = limits;
        this.registers = registers;
        this.bundles = bundles;
    }

    /** One pool for each address that is asked through it. */
    ReactorClientHttpConnector pool(String name) {
        var pool = ConnectionProvider.builder(name)
                .maxConnections(limits.connections())
                .pendingAcquireMaxCount(limits.connections())
                .pendingAcquireTimeout(limits.connect())
                .maxIdleTime(IDLE)
                .build();
        var http = HttpClient.create(pool)
                .disableRetry(true)
                .followRedirect(false)
                .httpResponseDecoder(decoder -> decoder.maxHeaderSize(LARGEST_HEADERS))
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int)
                        limits.connect().toMillis())
                .secure(spec -> spec.sslContext(Http11SslContextSpec.forClient().configure(this::trust))
                        .handshakeTimeout(limits.connect()));
        var nameServer = registers.nameServerAddress();
        return new ReactorClientHttpConnector(
                nameServer == null ? http : http.resolver(names -> askOnly(nameServer, names)));
    }

    private void trust(SslContextBuilder context) {
        if (!registers.sslBundle().isBlank()) {
            trust(context, bundles.getBundle(registers.sslBundle()));
        }
    }

    private static void trust(SslContextBuilder context, SslBundle bundle) {
        var options = bundle.getOptions();
        context.keyManager(bundle.getManagers().getKeyManagerFactory())
                .trustManager(bundle.getManagers().getTrustManagerFactory())
                .ciphers(SslOptions.asSet(options.getCiphers()), SupportedCipherSuiteFilter.INSTANCE)
                .protocols(SslOptions.asSet(options.getEnabledProtocols()));
    }

    private void askOnly(InetSocketAddress nameServer, NameResolverSpec names) {
        names.queryTimeout(limits.connect())
                .cacheMaxTimeToLive(NAMES_KEPT)
                .cacheNegativeTimeToLive(Duration.ZERO)
                .searchDomains(List.of())
                .dnsAddressResolverGroupProvider(resolver -> new DnsAddressResolverGroup(
                        resolver.nameServerProvider(new SingletonDnsServerAddressStreamProvider(nameServer))));
    }
}
