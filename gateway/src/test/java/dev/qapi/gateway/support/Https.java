package dev.qapi.gateway.support;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** Certificates made for one test, and servers that show them. */
public final class Https {

    private static final String PASSWORD = "changeit";

    private Https() {}

    public static X509Bundle authority(String name) throws Exception {
        return certificate(name).setIsCertificateAuthority(true).buildSelfSigned();
    }

    public static CertificateBuilder certificate(String name) {
        return new CertificateBuilder().ecp256().subject("CN=" + name);
    }

    /** A server with that certificate; with {@code clients} it takes only clients whose certificate is of that authority. */
    public static UnaryOperator<WireMockConfiguration> listening(
            int port, X509Bundle certificate, X509Bundle... clients) {
        return options -> {
            var https = options.dynamicPort()
                    .httpsPort(port)
                    .keystoreType("PKCS12")
                    .keystorePath(keyStore(certificate))
                    .keystorePassword(PASSWORD)
                    .keyManagerPassword(PASSWORD);
            return clients.length == 0
                    ? https
                    : https.needClientAuth(true)
                            .trustStoreType("PKCS12")
                            .trustStorePath(keyStore(clients[0]))
                            .trustStorePassword(PASSWORD);
        };
    }

    private static String keyStore(X509Bundle certificate) {
        try {
            var file = File.createTempFile("qapi", ".p12");
            file.deleteOnExit();
            try (var out = Files.newOutputStream(file.toPath())) {
                certificate.toKeyStore(PASSWORD.toCharArray()).store(out, PASSWORD.toCharArray());
            }
            return file.getPath();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** What Boot is to be told so that it trusts {@code authority} and shows {@code own}. */
    public static String[] bundle(Path folder, X509Bundle authority, X509Bundle own) throws Exception {
        var bundle = "spring.ssl.bundle.pem.registers.";
        return new String[] {
            "qapi.registers.ssl-bundle=registers",
            bundle + "truststore.certificate=" + written(folder, "authority.pem", authority.getCertificatePEM()),
            bundle + "keystore.certificate=" + written(folder, "own.pem", own.getCertificatePEM()),
            bundle + "keystore.private-key=" + written(folder, "own.key", own.getPrivateKeyPEM())
        };
    }

    private static String written(Path folder, String name, String pem) throws Exception {
        return Files.writeString(folder.resolve(name), pem).toUri().toString();
    }
}
