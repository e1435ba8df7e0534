package dev.qapi.gateway.killing;

import dev.qapi.mock.wire.Behaviour;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** What happens to everything behind one gateway, one thing after the other; the same seed, the same order. */
final class Misfortune implements AutoCloseable {

    private static final Duration EACH = Duration.ofSeconds(1);

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Random random;
    private final Ways ways;

    Misfortune(Ways ways, long seed) {
        this.ways = ways;
        this.random = new Random(seed);
        clock.scheduleWithFixedDelay(this::next, 0, EACH.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** As often as not everything is well. */
    private void next() {
        ways.mend();
        var way = List.of(ways.redis(), ways.mongo(), ways.ehis()).get(random.nextInt(3));
        way.behave(
                switch (random.nextInt(12)) {
                    case 0 -> Behaviour.Fixed.REFUSED;
                    case 1 -> Behaviour.Fixed.BLACK_HOLE;
                    case 2 -> Behaviour.Fixed.RESET_ON_ACCEPT;
                    case 3 -> new Behaviour.ResetAfter(random.nextInt(400));
                    case 4 -> new Behaviour.Truncate(random.nextInt(400));
                    case 5 -> new Behaviour.Latency(Duration.ofMillis(random.nextInt(400)));
                    default -> Behaviour.Fixed.PASS;
                });
    }

    /** Everything is well again. */
    @Override
    public void close() {
        clock.close();
        ways.mend();
    }
}
