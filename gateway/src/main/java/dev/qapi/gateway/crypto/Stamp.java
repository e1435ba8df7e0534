package dev.qapi.gateway.crypto;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/** A keyed checksum (HMAC-SHA-256, RFC 2104): whoever does not hold the gateway's secret can make none for what they changed. */
public final class Stamp {

    private static final String ALGORITHM = "HmacSHA256";

    /** Ready to begin; each stamp is made on a copy, so that nobody looks for the algorithm each time. */
    private final Mac ready;

    Stamp(SecretKey key) {
        try {
            ready = Mac.getInstance(ALGORITHM);
            ready.init(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, e);
        }
    }

    /** 64 hexadecimal digits, others for every other list of parts. */
    public String on(byte[]... parts) {
        try {
            var mac = (Mac) ready.clone();
            return HexFormat.of().formatHex(mac.doFinal(Tuple.of(parts)));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("this Java cannot copy " + ALGORITHM, e);
        }
    }
}
