package dev.qapi.gateway.tokens;

import dev.qapi.gateway.support.Https;
import io.netty.pkitesting.X509Bundle;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServer;
import org.springframework.context.ApplicationContext;
import org.springframework.http.server.reactive.HttpHandler;

/** Another entrance of a running gateway, as Boot opens it with {@code server.ssl.client-auth=want}; and callers who show a certificate there, or none. */
final class TlsEntrance implements AutoCloseable {

    private final X509Bundle authority;
    private final WebServer server;

    TlsEntrance(ApplicationContext gateway, Path folder) throws Exception {
        authority = Https.authority("portals");
        var factory = new NettyReactiveWebServerFactory(0);
        gateway.getBeanProvider(NettyServerCustomizer.class).forEach(factory::addServerCustomizers);
        factory.setSsl(wantingCertificates(folder));
        server = factory.getWebServer(gateway.getBean(HttpHandler.class));
        server.start();
    }

    private Ssl wantingCertificates(Path folder) throws Exception {
        var own = Https.certificate("gateway").addSanDnsName("localhost").buildIssuedBy(authority);
        var ssl = new Ssl();
        ssl.setClientAuth(Ssl.ClientAuth.WANT);
        ssl.setCertificate(written(folder, "own.pem", own.getCertificatePathPEM()));
        ssl.setCertificatePrivateKey(written(folder, "own.key", own.getPrivateKeyPEM()));
        ssl.setTrustCertificate(written(folder, "portals.pem", authority.getCertificatePEM()));
        return ssl;
    }

    private static String written(Path folder, String name, String pem) throws Exception {
        return Files.writeString(folder.resolve(name), pem).toUri().toString();
    }

    /** A portal's, whom the gateway's operator trusts. */
    X509Bundle certificate(String portal) throws Exception {
        return Https.certificate(portal).buildIssuedBy(authority);
    }

    HttpResponse<String> ask(@Nullable X509Bundle certificate, String path, String token, String question)
            throws Exception {
        try (var client =
                HttpClient.newBuilder().sslContext(showing(certificate)).build()) {
            var request = HttpRequest.newBuilder(URI.create("https://localhost:" + server.getPort() + path))
                    .timeout(Duration.ofSeconds(20))
                    .header("Content-Type", "application/json")
                    .header("Authorization", "Bearer " + token)
                    .header("X-Purpose", "employment")
                    .header("X-Case-Ref", "A-2026/17")
                    .POST(BodyPublishers.ofString(question));
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }

    private SSLContext showing(@Nullable X509Bundle certificate) throws Exception {
        var tls = SSLContext.getInstance("TLS");
        var shown = certificate == null
                ? new KeyManager[0]
                : certificate.toKeyManagerFactory().getKeyManagers();
        tls.init(shown, new TrustManager[] {authority.toTrustManager()}, new SecureRandom());
        return tls;
    }

    @Override
    public void close() {
        server.stop();
    }
}
