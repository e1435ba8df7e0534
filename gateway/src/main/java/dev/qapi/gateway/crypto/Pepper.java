package dev.qapi.gateway.crypto;

import dev.qapi.identifier.Identifier;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The gateway's secret ({@code qapi.secret}) and all that is derived from it, by HKDF-SHA-256 (RFC 5869) with a label of
 * its own for each purpose. Without it a dump of a store cannot be searched for a person; the values in it cannot even be
 * read with it, unless one already knows what the person typed.
 */
@Component
public class Pepper {

    private static final int BYTES = 32;

    private final SecretKey secret;

    Pepper(@Value("${qapi.secret}") String base64) {
        this.secret = new SecretKeySpec(Base64.getDecoder().decode(base64), "HKDF");
        // providers and random numbers are made ready here, off the event loop
        slot("", new byte[0]).seal(new byte[0]);
        Nonce.next();
    }

    /**
     * The same person under the same purpose is always the same 64 hexadecimal digits.
     *
     * @param purpose keeps the names of one store from being found in another
     */
    public String name(String purpose, List<? extends Identifier> subject) {
        var parts = subject.stream()
                .map(identifier -> Tuple.utf8(identifier.reveal()))
                .toArray(byte[][]::new);
        return HexFormat.of().formatHex(derive("name " + purpose, Tuple.of(parts)));
    }

    /**
     * A place for one value: where it lies, and the key that opens it.
     *
     * @param kind what is kept there
     * @param question all that tells it from another place
     */
    public Slot slot(String kind, byte[] question) {
        var tuple = Tuple.of(Tuple.utf8(kind), question);
        var place = Base64.getUrlEncoder().withoutPadding().encodeToString(derive("place", tuple));
        return new Slot(place, new SecretKeySpec(derive("value", tuple), "AES"));
    }

    /** @param purpose keeps what is stamped for one from being taken for another */
    public Stamp stamp(String purpose) {
        return new Stamp(new SecretKeySpec(derive("stamp " + purpose, new byte[0]), "HmacSHA256"));
    }

    /** @param purpose keeps what is signed for one from being taken for another */
    public SigningKey signingKey(String purpose) {
        return new SigningKey(derive("signature " + purpose, new byte[0]));
    }

    private byte[] derive(String label, byte[] tuple) {
        try {
            var parameters = HKDFParameterSpec.ofExtract()
                    .addIKM(secret)
                    .addIKM(tuple)
                    .thenExpand(Tuple.utf8("qapi 1 " + label), BYTES);
            return KDF.getInstance("HKDF-SHA256").deriveData(parameters);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HKDF-SHA256", e);
        }
    }
}
