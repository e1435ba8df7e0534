package dev.qapi.gateway.matrix;

import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.PlainHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.util.Date;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a token.
 *
 * @param type what it says it is; null: what it should say
 * @param ahead how much the issuer's clock is ahead of ours
 */
record Twist(Algorithm algorithm, @Nullable String type, Duration ahead, Consumer<JWTClaimsSet.Builder> claims) {

    static final Twist NONE = new Twist(JWSAlgorithm.RS256, null, Duration.ZERO, _ -> {});

    private static final Duration LIFE = Duration.ofMinutes(4);

    static Twist algorithm(Algorithm other) {
        return new Twist(other, null, Duration.ZERO, NONE.claims);
    }

    static Twist type(String other) {
        return new Twist(NONE.algorithm, other, Duration.ZERO, NONE.claims);
    }

    static Twist ahead(Duration time) {
        return new Twist(NONE.algorithm, null, time, NONE.claims);
    }

    static Twist claims(Consumer<JWTClaimsSet.Builder> other) {
        return new Twist(NONE.algorithm, null, Duration.ZERO, other);
    }

    String applied(JWTClaimsSet.Builder said, String usually, RSAKey key) {
        var made = StoppedClock.START.plus(ahead);
        said.issueTime(Date.from(made)).expirationTime(Date.from(made.plus(LIFE)));
        claims.accept(said);
        var kind = new JOSEObjectType(type == null ? usually : type);
        try {
            return algorithm.equals(Algorithm.NONE)
                    ? new PlainJWT(new PlainHeader.Builder().type(kind).build(), said.build()).serialize()
                    : signed(said.build(), kind, key);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private String signed(JWTClaimsSet said, JOSEObjectType kind, RSAKey key) throws JOSEException {
        var header = new JWSHeader.Builder((JWSAlgorithm) algorithm)
                .keyID(key.getKeyID())
                .type(kind)
                .build();
        var token = new SignedJWT(header, said);
        token.sign(
                algorithm.equals(JWSAlgorithm.HS256)
                        ? new MACSigner(key.toRSAPublicKey().getEncoded())
                        : new RSASSASigner(key));
        return token.serialize();
    }
}
