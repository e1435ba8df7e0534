package dev.qapi.gateway.watch;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often gateways look at what somebody wants to hear of.
 *
 * @param poll how often each gateway finds out what is due
 * @param lease how long a gateway keeps one to itself: if it dies, another takes over after that
 * @param together how many one gateway looks at at once
 * @param apart how long it rests after each look, so that registers are asked in order and not in heaps
 * @param first how long until the first look, and after each time something has come about; doubled with each that shows nothing new
 * @param longest how long at most between two looks
 * @param end after which time nobody looks any more at what was filed
 * @param each how many subscriptions of one kind a person or a company may have
 * @param portal how many a portal may have
 */
@ConfigurationProperties("qapi.watch")
record WatchProperties(
        @DefaultValue("5s") Duration poll,
        @DefaultValue("1m") Duration lease,
        @DefaultValue("2") int together,
        @DefaultValue("200ms") Duration apart,
        @DefaultValue("5m") Duration first,
        @DefaultValue("1d") Duration longest,
        @DefaultValue("365d") Duration end,
        @DefaultValue("50") int each,
        @DefaultValue("10000") int portal) {

    /** Give or take a quarter, so that what began together does not stay together; never longer than the longest. */
    Duration pause(int looks, double random) {
        var doubled = first.toMillis() * (1L << Math.min(looks, 20));
        return Duration.ofMillis((long) Math.min(doubled * (0.75 + random / 2), longest.toMillis()));
    }
}
