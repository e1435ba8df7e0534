package dev.qapi.gateway.tokens;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.oauth2.sdk.dpop.verifiers.DPoPProofUse;
import dev.qapi.gateway.crypto.Pepper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.data.redis.connection.ReactiveRedisConnectionFactory;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Which proofs have been used: in Redis, where every gateway sees them, and here, so that each gateway refuses its own replays while Redis is away. */
@Component
final class UsedProofs {

    private static final Duration PATIENCE = Duration.ofMillis(100);
    /** Longer than any proof counts, skew included. */
    private static final Duration LIFE = Duration.ofMinutes(3);

    private static final int MOST = 100_000;

    private final Cache<String, Boolean> here =
            Caffeine.newBuilder().expireAfterWrite(LIFE).maximumSize(MOST).build();
    private final ReactiveStringRedisTemplate everywhere;
    private final Pepper pepper;

    UsedProofs(ReactiveRedisConnectionFactory connections, Pepper pepper) {
        this.everywhere = new ReactiveStringRedisTemplate(connections);
        this.pepper = pepper;
    }

    /** Completes for the first use. */
    Mono<Void> once(DPoPProofUse proof) {
        var name = (proof.getIssuer().getValue() + ' ' + proof.getJWTID().getValue()).getBytes(StandardCharsets.UTF_8);
        var place = pepper.slot("dpop", name).place();
        if (here.asMap().putIfAbsent(place, true) != null) {
            return replayed();
        }
        return everywhere
                .opsForValue()
                .setIfAbsent(place, "used", LIFE)
                .timeout(PATIENCE)
                .onErrorReturn(true) // what this gateway has seen it still knows
                .flatMap(first -> first ? Mono.empty() : replayed());
    }

    private static Mono<Void> replayed() {
        return Mono.error(new BadJwtException("used before"));
    }
}
