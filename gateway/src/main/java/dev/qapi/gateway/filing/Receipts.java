package dev.qapi.gateway.filing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import dev.qapi.eservice.Receipt;
import dev.qapi.gateway.crypto.Pepper;
import dev.qapi.gateway.crypto.SigningKey;
import dev.qapi.identifier.FilingNumber;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes receipts that prove, without us, what was filed in which second: for the same filing always the same one. */
@Component
class Receipts {

    static final String ISSUER = "qapi";

    private final JsonMapper json = new JsonMapper();
    private final SigningKey key;
    private final OctetKeyPair publicKey;

    Receipts(Pepper pepper) throws JOSEException {
        this.key = pepper.signingKey("receipt");
        this.publicKey = new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(key.publicKey()))
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.EdDSA)
                .keyIDFromThumbprint()
                .build();
    }

    /** With which anybody can check them. */
    OctetKeyPair publicKey() {
        return publicKey;
    }

    /** @param body what was filed, in the form of RFC 8785 */
    Receipt of(String eservice, FilingNumber number, Instant filedAt, byte[] body) {
        var hash = hash(body);
        var header = new LinkedHashMap<String, Object>();
        header.put("alg", "EdDSA");
        header.put("kid", publicKey.getKeyID());
        header.put("typ", "receipt+jwt");
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", ISSUER);
        claims.put("jti", number.reveal());
        claims.put("iat", filedAt.getEpochSecond());
        claims.put("service", eservice);
        claims.put("hash", hash);
        return new Receipt(number, filedAt, hash, signed(header, claims));
    }

    private String signed(Map<String, Object> header, Map<String, Object> claims) {
        var signed = encoded(header) + '.' + encoded(claims);
        return signed + '.' + Base64URL.encode(key.sign(signed.getBytes(StandardCharsets.US_ASCII)));
    }

    private String encoded(Map<String, Object> part) {
        return Base64URL.encode(json.writeValueAsBytes(part)).toString();
    }

    private static String hash(byte[] body) {
        try {
            return "sha-256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
