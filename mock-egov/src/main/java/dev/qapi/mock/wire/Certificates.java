package dev.qapi.mock.wire;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;

/** An authority of our own and the certificates that it issued, good and bad; made anew at each start. */
public final class Certificates {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration YEAR = Duration.ofDays(365);

    private final X509Bundle authority;
    private final Map<TlsFault, SSLContext> contexts = new EnumMap<>(TlsFault.class);

    private Certificates(X509Bundle authority) {
        this.authority = authority;
    }

    /**
     * @param hosts that the good certificate names, besides {@code localhost} and {@code 127.0.0.1}
     * @param clock to which the good ones are valid from a day ago for a year; the bad one expired an hour ago
     */
    public static Certificates make(Clock clock, String... hosts) {
        var now = clock.instant();
        var valid = new CertificateBuilder().ecp256().notBefore(now.minus(DAY)).notAfter(now.plus(YEAR));
        var server = valid.copy().addExtendedKeyUsageServerAuth();
        var good =
                server.copy().subject("CN=egov.test").addSanDnsName("localhost").addSanIpAddress("127.0.0.1");
        for (var host : hosts) {
            good.addSanDnsName(host);
        }
        try {
            var certificates = new Certificates(authority(valid, "CN=Simulated Government CA"));
            var ours = certificates.authority;
            var elsewhere = server.copy().subject("CN=elsewhere.example").addSanDnsName("elsewhere.example");
            certificates.add(TlsFault.NONE, good.buildIssuedBy(ours));
            certificates.add(
                    TlsFault.EXPIRED,
                    good.copy().notAfter(now.minus(Duration.ofHours(1))).buildIssuedBy(ours));
            certificates.add(TlsFault.OTHER_HOST, elsewhere.buildIssuedBy(ours));
            certificates.add(TlsFault.UNKNOWN_CA, good.buildIssuedBy(authority(valid, "CN=Nobody Knows CA")));
            return certificates;
        } catch (Exception e) { // as the library declares
            throw new IllegalStateException("No certificate could be made", e);
        }
    }

    private static X509Bundle authority(CertificateBuilder valid, String name) throws Exception {
        return valid.copy().subject(name).setIsCertificateAuthority(true).buildSelfSigned();
    }

    private void add(TlsFault fault, X509Bundle certificate) throws Exception {
        var context = SSLContext.getInstance("TLS");
        KeyManager[] keys = certificate.toKeyManagerFactory().getKeyManagers();
        context.init(keys, null, null);
        contexts.put(fault, context);
    }

    /** The authority's certificate in PEM: what a client is to trust. */
    public String authority() {
        return authority.getCertificatePEM();
    }

    SSLContext context(TlsFault fault) {
        return Objects.requireNonNull(contexts.get(fault));
    }
}
