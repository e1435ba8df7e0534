package dev.qapi.gateway.filing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How filings are stored and delivered.
 *
 * @param durable how long it may take to store one before it is not accepted
 * @param poll how often each gateway looks for what is due
 * @param lease how long a gateway keeps one to itself: if it dies, another takes over after that
 * @param together how many one gateway delivers at once
 * @param retry how long after the first failure it is tried again; doubled with each further one
 * @param longest how long at most between two attempts
 * @param beat how often each gateway proves that it can store; three of them missed by all are an outage
 * @param patience how long it is tried, before somebody has to look at it by hand
 */
@ConfigurationProperties("qapi.filing")
record FilingProperties(
        @DefaultValue("1s") Duration durable,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("25s") Duration lease,
        @DefaultValue("8") int together,
        @DefaultValue("1s") Duration retry,
        @DefaultValue("1h") Duration longest,
        @DefaultValue("5s") Duration beat,
        @DefaultValue("7d") Duration patience) {

    /** Give or take a quarter, so that what failed together does not come back together; never longer than the longest. */
    Duration pause(int attempts, double random) {
        var doubled = retry.toMillis() * (1L << Math.min(attempts - 1, 30));
        var shaken = doubled * (0.75 + random / 2);
        return Duration.ofMillis((long) Math.min(shaken, longest.toMillis()));
    }
}
