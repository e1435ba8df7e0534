package dev.qapi.gateway.filing;

import dev.qapi.eservice.Receipt;
import dev.qapi.gateway.crypto.Signer;
import dev.qapi.identifier.FilingNumber;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import org.springframework.stereotype.Component;

/** Writes receipts that prove, without us, what was filed in which second: for the same filing always the same one. */
@Component
class Receipts {

    private static final String TYPE = "receipt+jwt";

    private final Signer signer;

    Receipts(Signer signer) {
        this.signer = signer;
    }

    /** @param body what was filed, in the form of RFC 8785 */
    Receipt of(String eservice, FilingNumber number, Instant filedAt, byte[] body) {
        var hash = hash(body);
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", Signer.ISSUER);
        claims.put("jti", number.reveal());
        claims.put("iat", filedAt.getEpochSecond());
        claims.put("service", eservice);
        claims.put("hash", hash);
        return new Receipt(number, filedAt, hash, signer.sign(TYPE, claims));
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
