package dev.qapi.gateway.limits;

import io.github.bucket4j.BucketConfiguration;
import java.time.Duration;
import java.util.function.ToIntFunction;

/** What is counted, each for whom it is about. */
enum Limit {
    LOOKUPS(Duration.ofMinutes(1), LimitsProperties::lookups),
    UPLOADS(Duration.ofHours(1), LimitsProperties::uploads),
    PUBLICLY(Duration.ofMinutes(1), LimitsProperties::publicly),
    CLIENT(Duration.ofMinutes(1), LimitsProperties::client),
    EVERYBODY(Duration.ofMinutes(1), LimitsProperties::everybody),
    MISSES(Duration.ofHours(1), LimitsProperties::misses),
    CASE(Duration.ofHours(24), LimitsProperties::perCase),
    BIRTH_DATE(Duration.ofHours(24), LimitsProperties::perBirthDate);

    private final Duration period;
    private final ToIntFunction<LimitsProperties> allowance;

    Limit(Duration period, ToIntFunction<LimitsProperties> allowance) {
        this.period = period;
        this.allowance = allowance;
    }

    /** Whether questions cost nothing, only those that fail. */
    boolean isOfMisses() {
        return this == MISSES || this == CASE || this == BIRTH_DATE;
    }

    Duration period() {
        return period;
    }

    /** For all gateways together. */
    long whole(LimitsProperties properties, int generosity) {
        return (long) allowance.applyAsInt(properties) * generosity;
    }

    /** Full again after the period, and in small steps: nobody waits longer than for the next one. */
    BucketConfiguration bucket(long capacity) {
        return BucketConfiguration.builder()
                .addLimit(limit -> limit.capacity(capacity).refillGreedy(capacity, period))
                .build();
    }
}
