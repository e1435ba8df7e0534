package dev.qapi.gateway.keys;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.jwk.JWKSet;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/**
 * Spares a token that was found good a minute ago at most the work of being read and verified again, the dearest single thing that is done to tell
 * an answer which is kept. Whether it counts still, and whether the keys are those that it was verified by, is looked at every time. Nobody else's
 * token finds it: they are told apart by their digests (SHA-256).
 */
final class KeptTokens implements ReactiveJwtDecoder {

    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int MOST = 10_000;

    private record Known(Jwt token, JWKSet by) {}

    private final Cache<ByteBuffer, Known> known =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(LONGEST).build();
    private final ReactiveJwtDecoder decoder;
    private final Supplier<@Nullable JWKSet> keys;
    private final Lifetime lifetime;

    /** @param keys those that count now, the same object as long as nobody has asked for them anew; null if none does */
    KeptTokens(ReactiveJwtDecoder decoder, Supplier<@Nullable JWKSet> keys, Lifetime lifetime) {
        this.decoder = decoder;
        this.keys = keys;
        this.lifetime = lifetime;
    }

    @Override
    public Mono<Jwt> decode(String token) {
        return Mono.defer(() -> {
            var name = digest(token);
            var before = keys.get();
            var found = known.getIfPresent(name);
            if (found != null
                    && found.by() == before
                    && !lifetime.validate(found.token()).hasErrors()) {
                return Mono.just(found.token());
            }
            return decoder.decode(token).doOnNext(good -> keep(name, good, before));
        });
    }

    private void keep(ByteBuffer name, Jwt good, @Nullable JWKSet by) {
        if (by != null) {
            known.put(name, new Known(good, by));
        }
    }

    private static ByteBuffer digest(String token) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return ByteBuffer.wrap(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
