package dev.qapi.mock.mygov;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import tools.jackson.databind.JsonNode;

/** Tokens read and verified with the keys that the provider serves, by a library that is not the provider's own. */
final class Jwts {

    private Jwts() {}

    static boolean verifies(Client client, String token) {
        try {
            var jwt = SignedJWT.parse(token);
            var key = client.keys().getKeyByKeyId(jwt.getHeader().getKeyID());
            return key != null && jwt.verify(new RSASSAVerifier(key.toRSAKey()));
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static SignedJWT jwt(JsonNode tokens, String name) {
        try {
            return SignedJWT.parse(tokens.get(name).stringValue());
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    static JWTClaimsSet claims(JsonNode tokens, String name) {
        try {
            return jwt(tokens, name).getJWTClaimsSet();
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }
}
