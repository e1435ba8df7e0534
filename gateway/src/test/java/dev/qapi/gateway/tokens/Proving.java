package dev.qapi.gateway.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.oauth2.sdk.dpop.DefaultDPoPProofFactory;
import com.nimbusds.oauth2.sdk.id.JWTID;
import com.nimbusds.oauth2.sdk.token.DPoPAccessToken;
import com.nimbusds.openid.connect.sdk.Nonce;
import dev.qapi.gateway.support.Issuer;
import java.net.URI;
import java.util.Date;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A portal with a key of its own, to which its tokens are bound. */
public record Proving(ECKey key) {

    public static Proving fresh() {
        try {
            return new Proving(new ECKeyGenerator(Curve.P_256).generate());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    String token(Issuer issuer) {
        return issuer.token(claims -> claims.claim("cnf", Map.of("jkt", thumbprint())));
    }

    String thumbprint() {
        try {
            return key.computeThumbprint().toString();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    String proof(String method, String address, @Nullable String token) {
        return proof(method, address, token, new JWTID(), new Date());
    }

    String proof(String method, String address, @Nullable String token, JWTID id, Date made) {
        return proof(method, address, token, id, made, null);
    }

    /** @param nonce the word that was told; empty for none */
    public String repeating(String nonce, String method, String address, @Nullable String token) {
        var word = nonce.isEmpty() ? null : new Nonce(nonce);
        return proof(method, address, token, new JWTID(), new Date(), word);
    }

    private String proof(
            String method, String address, @Nullable String token, JWTID id, Date made, @Nullable Nonce nonce) {
        try {
            return new DefaultDPoPProofFactory(key, JWSAlgorithm.ES256)
                    .createDPoPJWT(
                            id,
                            method,
                            URI.create(address),
                            made,
                            token == null ? null : new DPoPAccessToken(token),
                            nonce)
                    .serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
