package dev.qapi.gateway.keys;

import com.nimbusds.jose.JWSAlgorithm;
import java.net.URI;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What a token has to be.
 *
 * @param keys the address of its issuer's public keys (JWKS)
 * @param issuer what it says in {@code iss}
 * @param audience who has to stand in {@code aud}
 * @param types what it may say in {@code typ}, in small letters; empty if it need not say anything but {@code JWT}
 * @param algorithms how it may be signed
 * @param shape throws a {@link org.springframework.security.oauth2.jwt.BadJwtException} for what is not worth looking for a key
 */
public record TokenRules(
        URI keys,
        String issuer,
        String audience,
        Set<String> types,
        Set<JWSAlgorithm> algorithms,
        Consumer<String> shape) {

    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);

    /** An access token by RFC 9068. */
    public static TokenRules accessToken(URI keys, String issuer, String audience) {
        return new TokenRules(keys, issuer, audience, Set.of("at+jwt", "application/at+jwt"), ALGORITHMS, _ -> {});
    }

    /** An ID token of OpenID Connect. */
    public static TokenRules idToken(URI keys, String issuer, String audience) {
        return new TokenRules(keys, issuer, audience, Set.of(), ALGORITHMS, _ -> {});
    }

    /** The same, with a look at its shape before any key is asked for. */
    public TokenRules shaped(Consumer<String> look) {
        return new TokenRules(keys, issuer, audience, types, algorithms, look);
    }
}
