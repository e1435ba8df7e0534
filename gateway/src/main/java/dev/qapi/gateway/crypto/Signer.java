package dev.qapi.gateway.crypto;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Says things as JWS (RFC 7515, EdDSA) that anybody can check with the published key; for the same claims always the same one. */
@Component
public class Signer {
    /** Who says it. */
    public static final String ISSUER = "qapi";

    private final JsonMapper json = new JsonMapper();
    private final SigningKey key;
    private final OctetKeyPair publicKey;

    Signer(Pepper pepper) {
        this.key = pepper.signingKey("receipt");
        try {
            this.publicKey = new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(key.publicKey()))
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.EdDSA)
                    .keyIDFromThumbprint()
                    .build();
        } catch (JOSEException e) {
            throw new IllegalStateException("no thumbprint", e);
        }
    }

    /** With which anybody can check it. */
    public OctetKeyPair publicKey() {
        return publicKey;
    }

    /**
     * The compact form.
     *
     * @param type keeps what is said for one purpose from being taken for another (RFC 8725, 3.11)
     */
    public String sign(String type, Map<String, Object> claims) {
        var header = new LinkedHashMap<String, Object>();
        header.put("alg", "EdDSA");
        header.put("kid", publicKey.getKeyID());
        header.put("typ", type);
        var signed = encoded(header) + '.' + encoded(claims);
        return signed + '.' + Base64URL.encode(key.sign(signed.getBytes(StandardCharsets.US_ASCII)));
    }

    /** Whether just that was signed with our key. */
    public boolean hasSigned(JWSObject jws) {
        return key.verifies(jws.getSigningInput(), jws.getSignature().decode());
    }

    private String encoded(Map<String, Object> part) {
        return Base64URL.encode(json.writeValueAsBytes(part)).toString();
    }
}
