package dev.qapi.gateway.dispatch;

import java.time.Duration;

/**
 * How often something is sent.
 *
 * @param poll how often each gateway looks for what is due
 * @param idle how often one that has been sent everything is looked at, should a gateway have died before it said that there is more
 * @param lease how long a gateway keeps one to itself: if it dies, another takes over after that
 * @param together to how many one gateway sends at once
 * @param retry how long after the first failure it is tried again; doubled with each further one
 * @param longest how long at most between two attempts
 * @param patience how long it is tried, before it is disabled
 */
public record Pace(
        Duration poll,
        Duration idle,
        Duration lease,
        int together,
        Duration retry,
        Duration longest,
        Duration patience) {

    /** Give or take a quarter, so that what failed together does not come back together; never longer than the longest. */
    Duration pause(int failures, double random) {
        var doubled = retry.toMillis() * (1L << Math.min(failures - 1, 30));
        return Duration.ofMillis((long) Math.min(doubled * (0.75 + random / 2), longest.toMillis()));
    }
}
