package dev.qapi.bench;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;

/** The issuer whom every peer that asks for a token believes (RS256, 2048 bits). */
final class Tokens {

    static final String ISSUER = "http://issuer.bench";
    static final String AUDIENCE = "qapi-bench";

    private final RSAKey key;

    Tokens() throws JOSEException {
        key = new RSAKeyGenerator(2048).keyID("bench").generate();
    }

    String jwks() {
        return new JWKSet(key.toPublicJWK()).toString();
    }

    /** @param type what it says in {@code typ}: not every peer takes {@code at+jwt} */
    String token(String type) throws JOSEException {
        var claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject("bench-portal")
                .claim("client_id", "bench-portal")
                .claim("scope", "applications")
                .issueTime(Date.from(Instant.now().minusSeconds(5)))
                .expirationTime(Date.from(Instant.now().plusSeconds(12 * 3600)))
                .jwtID("bench-1")
                .build();
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID(key.getKeyID())
                .type(new JOSEObjectType(type))
                .build();
        var token = new SignedJWT(header, claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }
}
