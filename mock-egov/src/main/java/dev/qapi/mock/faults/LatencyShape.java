package dev.qapi.mock.faults;

import java.time.Duration;
import java.util.Random;

/**
 * A log-normal distribution with a tail.
 *
 * @param median milliseconds
 * @param sigma of the logarithm
 * @param tail the share of calls that take longer still
 * @param factor by which they do
 */
public record LatencyShape(long median, double sigma, double tail, double factor) {

    private static final double SIGMA = 0.45;
    private static final double TAIL = 0.01;
    private static final double FACTOR = 6;
    private static final double NANOS_OF_A_MILLISECOND = 1e6;

    /** The usual one around a median in milliseconds. */
    public static LatencyShape ofMedian(long median) {
        return new LatencyShape(median, SIGMA, TAIL, FACTOR);
    }

    Duration draw(Random random) {
        var usual = median * Math.exp(sigma * random.nextGaussian());
        var now = random.nextDouble() < tail ? usual * factor : usual;
        return Duration.ofNanos(Math.round(now * NANOS_OF_A_MILLISECOND));
    }
}
