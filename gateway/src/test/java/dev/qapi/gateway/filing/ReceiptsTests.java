package dev.qapi.gateway.filing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import dev.qapi.gateway.crypto.Peppers;
import dev.qapi.identifier.DocumentNumber;
import dev.qapi.identifier.FilingNumber;
import dev.qapi.identifier.FreeText;
import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A receipt proves what it says to somebody who has nothing but it and the key that we publish. */
class ReceiptsTests {

    private static final FilingNumber NUMBER = FilingNumber.of(123_456_789_012L);
    private static final Instant TIME = Instant.parse("2026-11-23T06:00:00.900Z");

    private final Receipts receipts = receipts(0);

    private static Receipts receipts(int secret) {
        return new Receipts(Peppers.signer(secret));
    }

    private JWKSet published(int secret) throws Exception {
        return JWKSet.parse(
                Map.copyOf(new PublishedKeys(Peppers.signer(secret)).keys().getBody()));
    }

    private static boolean verifies(String proof, JWKSet keys) throws Exception {
        var jws = JWSObject.parse(proof);
        var key = keys.getKeyByKeyId(jws.getHeader().getKeyID());
        if (!(key instanceof OctetKeyPair pair)) {
            return false;
        }
        var signature = Signature.getInstance("Ed25519");
        signature.initVerify(KeyFactory.getInstance("Ed25519")
                .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point(pair.getDecodedX()))));
        signature.update(jws.getSigningInput());
        return signature.verify(jws.getSignature().decode());
    }

    private static EdECPoint point(byte[] littleEndian) {
        var isOdd = (littleEndian[31] & 0x80) != 0;
        var bytes = new byte[32];
        for (var i = 0; i < 32; i++) {
            bytes[i] = littleEndian[31 - i];
        }
        bytes[0] &= 0x7f;
        return new EdECPoint(isOdd, new BigInteger(1, bytes));
    }

    @Test
    void itIsVerifiedWithThePublishedKeyAlone() throws Exception {
        var body = "{\"text\":\"x\"}".getBytes(UTF_8);
        var receipt = receipts.of("letters", NUMBER, TIME, body);
        assertThat(verifies(receipt.proof(), published(0))).isTrue();
        assertThat(JWSObject.parse(receipt.proof()).getPayload().toJSONObject())
                .isEqualTo(Map.of(
                        "iss",
                        "qapi",
                        "jti",
                        NUMBER.reveal(),
                        "iat",
                        TIME.getEpochSecond(),
                        "service",
                        "letters",
                        "hash",
                        "sha-256:"
                                + HexFormat.of()
                                        .formatHex(MessageDigest.getInstance("SHA-256")
                                                .digest(body))));
    }

    @Test
    void aChangedOneIsNot() throws Exception {
        var proof = receipts.of("letters", NUMBER, TIME, new byte[0]).proof();
        var earlier = receipts.of("letters", NUMBER, TIME.minusSeconds(86_400), new byte[0])
                .proof();
        var parts = proof.split("\\.");
        assertThat(verifies(parts[0] + '.' + earlier.split("\\.")[1] + '.' + parts[2], published(0)))
                .isFalse();
    }

    @Test
    void everyGatewayOfTheSameSecretSignsAlikeAndNoOtherDoes() throws Exception {
        var proof = receipts.of("letters", NUMBER, TIME, new byte[0]).proof();
        assertThat(receipts(0).of("letters", NUMBER, TIME, new byte[0]).proof()).isEqualTo(proof);
        assertThat(verifies(proof, published(1))).isFalse();
    }

    @Test
    void whatIsPublishedIsNoSecret() throws Exception {
        assertThat(published(0).getKeys()).hasSize(1).noneMatch(key -> key.isPrivate());
    }

    /** As {@code jq -cS} and RFC 8785 write it. */
    @Test
    void whatIsHashedIsSortedAndHasNoSpaces() {
        var note = new Note(FreeText.of("Salam \"dünya\"\nЖ/"), DocumentNumber.of("C01234567"), 2);
        assertThat(FilingJson.PAYLOAD.writeValueAsString(note))
                .isEqualTo("{\"copies\":2,\"document\":\"C01234567\",\"text\":\"Salam \\\"dünya\\\"\\nЖ/\"}");
    }
}
