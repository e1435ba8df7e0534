package dev.qapi.gateway.papers;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.jwk.OctetKeyPair;
import dev.qapi.eservice.Papers.Draft;
import dev.qapi.eservice.Papers.Stamped;
import dev.qapi.gateway.crypto.Peppers;
import dev.qapi.gateway.crypto.Signer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.preflight.parser.PreflightParser;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A paper lasts, is read by people and telephones, and proves what it says to somebody who has the published key only. */
class PapersTests {
    private static final Instant AT = Instant.parse("2026-11-28T06:00:00Z");
    private static final Stamped STAMPED =
            new Stamped("stay-extensions", "MOM0101377", LocalDate.parse("2027-01-15"), "U******45", AT);
    private static final Signer SIGNER = Peppers.signer(0);

    private final Stamps stamps = new Stamps(SIGNER);

    @TempDir
    Path folder;

    private byte[] paper(String language, String label, String value) {
        var lines = new LinkedHashMap<>(Map.of(label, value));
        var papers = new PdfPapers(stamps, new PapersConfiguration.Properties("https://qapi.example"));
        return papers.write(new Draft(language, label, lines, List.of((value + ' ').repeat(30)), STAMPED))
                .blockOptional(Duration.ofSeconds(20))
                .orElseThrow()
                .pdf();
    }

    @ParameterizedTest
    @CsvSource({
        "az, Müvəqqəti olma müddəti, Şəxsin ğ ı İ ö ü ç",
        "ru, Срок пребывания, Государственная служба: съезд",
        "en, Decision & <stay>, State Migration Service"
    })
    void itIsPdfA1bAndItsLettersAreLetters(String language, String label, String value) throws Exception {
        var file = Files.write(folder.resolve(language + ".pdf"), paper(language, label, value));
        assertThat(PreflightParser.validate(file.toFile()).getErrorsList())
                .extracting(error -> error.getErrorCode() + ' ' + error.getDetails())
                .isEmpty();
        try (var document = Loader.loadPDF(file.toFile())) {
            assertThat(new PDFTextStripper().getText(document)).contains(label, value);
        }
    }

    @Test
    void itsCodeIsReadFromThePageAndVerifiedWithThePublishedKeyAlone() throws Exception {
        var address = read(paper("en", "Decision", "x"));
        assertThat(address).startsWith("https://qapi.example/verify#");
        var code = address.substring(address.indexOf('#') + 1);
        assertThat(isSignedWith(SIGNER.publicKey().toPublicJWK(), code)).isTrue();
        assertThat(isSignedWith(Peppers.signer(1).publicKey().toPublicJWK(), code))
                .isFalse();
        assertThat(JWSObject.parse(code).getPayload().toJSONObject())
                .isEqualTo(Map.of(
                        "iss",
                        "qapi",
                        "iat",
                        AT.getEpochSecond(),
                        "service",
                        "stay-extensions",
                        "jti",
                        "MOM0101377",
                        "until",
                        "2027-01-15",
                        "doc",
                        "U******45"));
        assertThat(stamps.check(address)).isEqualTo(new Checked.Valid(STAMPED));
    }

    private static String read(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            var image = new PDFRenderer(document).renderImageWithDPI(0, 150);
            var pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
            var source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
            return new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(source)))
                    .getText();
        }
    }

    private static boolean isSignedWith(OctetKeyPair key, String code) throws Exception {
        var der = HexFormat.of().formatHex(key.getDecodedX());
        var signature = Signature.getInstance("Ed25519");
        signature.initVerify(KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(HexFormat.of().parseHex("302a300506032b6570032100" + der))));
        var jws = JWSObject.parse(code);
        signature.update((jws.getHeader().toBase64URL() + "." + jws.getPayload().toBase64URL()).getBytes(US_ASCII));
        return signature.verify(jws.getSignature().decode());
    }

    @Test
    void aChangedCodeIsAltered() {
        var code = stamps.on(STAMPED).split("\\.");
        var longer = new Stamped("stay-extensions", "MOM0101377", LocalDate.parse("2027-03-15"), "U******45", AT);
        var other = stamps.on(longer).split("\\.");
        assertThat(stamps.check(code[0] + '.' + other[1] + '.' + code[2])).isEqualTo(Checked.ALTERED);
        assertThat(stamps.check(stamps.on(longer))).isEqualTo(new Checked.Valid(longer));
    }

    @Test
    void whatIsNoPaperOfOursIsUnknown() {
        assertThat(stamps.check("")).isEqualTo(Checked.UNKNOWN);
        assertThat(stamps.check("MOM0101377")).isEqualTo(Checked.UNKNOWN);
        assertThat(stamps.check(new Stamps(Peppers.signer(1)).on(STAMPED))).isEqualTo(Checked.UNKNOWN);
        assertThat(stamps.check(SIGNER.sign("receipt+jwt", Map.of("jti", "QP-1"))))
                .isEqualTo(Checked.UNKNOWN);
    }
}
