package dev.qapi.mock.mygov;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The signing keys, newest first: the first signs, every one verifies. RS256, which every OpenID provider has to offer. */
final class Keys implements JWKSource<SecurityContext> {

    private static final int BITS = 2048;

    private volatile List<JWK> keys = List.of(generate());

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        return selector.select(new JWKSet(keys));
    }

    /** Their ids, newest first. */
    List<String> ids() {
        return keys.stream().map(JWK::getKeyID).toList();
    }

    synchronized void rotate() {
        keys = Stream.concat(Stream.of(generate()), keys.stream()).toList();
    }

    synchronized void drop(String id) {
        if (id.equals(keys.getFirst().getKeyID())) {
            throw new IllegalArgumentException("This key signs: rotate first.");
        }
        keys = keys.stream().filter(key -> !id.equals(key.getKeyID())).toList();
    }

    synchronized void dropOld() {
        keys = List.of(keys.getFirst());
    }

    private static JWK generate() {
        try {
            return new RSAKeyGenerator(BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
