package dev.qapi.mock.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qapi.mock.wire.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateExpiredException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLException;

/** F30 to F33. */
final class TlsProofs {

    private static final String HOST = "ehis.egov.test";
    private static final byte[] PROTOCOL_VERSION = {0x15, 3, 2, 0, 2, 2, 0x46};

    private TlsProofs() {}

    static Map<String, Proof> all() {
        var proofs = new HashMap<String, Proof>();
        proofs.put("F30", (call, government) -> {
            var certificate = presented(call, government);
            assertThat(certificate.getNotAfter().toInstant()).isBefore(Instant.now());
            assertThatThrownBy(certificate::checkValidity).isInstanceOf(CertificateExpiredException.class);
            assertThat(names(certificate)).contains(HOST);
            assertThat(issuer(certificate)).isEqualTo("CN=Simulated Government CA");
        });
        proofs.put("F31", (call, government) -> {
            var certificate = presented(call, government);
            certificate.checkValidity();
            assertThat(names(certificate)).contains("elsewhere.example").doesNotContain(HOST, "127.0.0.1");
            assertThat(issuer(certificate)).isEqualTo("CN=Simulated Government CA");
        });
        proofs.put("F32", (call, government) -> {
            var certificate = presented(call, government);
            certificate.checkValidity();
            assertThat(names(certificate)).contains(HOST);
            assertThat(issuer(certificate)).isEqualTo("CN=Nobody Knows CA");
        });
        proofs.put("F33:tls-1.1", (call, government) -> {
            assertThat(hello(call))
                    .returns(new String(PROTOCOL_VERSION, StandardCharsets.ISO_8859_1), Wire.Heard::text)
                    .returns(Wire.End.FIN, Wire.Heard::end);
            assertThatThrownBy(() -> new TlsClient(government.authority()).connect(call.port(), HOST))
                    .isInstanceOf(SSLException.class)
                    .hasMessageContaining("protocol_version");
        });
        proofs.put(
                "F33:stalls",
                (call, government) -> assertThat(hello(call))
                        .returns("", Wire.Heard::text)
                        .returns(Wire.End.SILENCE, Wire.Heard::end));
        return proofs;
    }

    /** Seen by a client that trusts everybody; the one that trusts the authority refuses it. */
    private static X509Certificate presented(Call call, Government government) throws Exception {
        assertThatThrownBy(() -> new TlsClient(government.authority()).connect(call.port(), HOST))
                .isInstanceOf(SSLException.class);
        try (var socket = TlsClient.trustingAnybody().connect(call.port(), "")) {
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        }
    }

    private static String names(X509Certificate certificate) throws Exception {
        return certificate.getSubjectAlternativeNames().toString();
    }

    private static String issuer(X509Certificate certificate) {
        return certificate.getIssuerX500Principal().getName();
    }

    /** The first byte of a handshake is enough to be taken for one. */
    private static Wire.Heard hello(Call call) throws IOException {
        try (var wire = Wire.to(call.port())) {
            return wire.say("\u0016\u0003\u0001\0\u0001\u0001").hear();
        }
    }
}
