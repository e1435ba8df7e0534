package dev.qapi.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.qapi.gateway.limits.Told.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * When a failed match would be told, for more questions than a busy machine could time: what {@link OracleTests} measures by
 * the clock is here reckoned, without the noise that any clock adds.
 */
class ReleaseTests {

    private static final int SAMPLES = 5_000;
    private static final String ROUTE = "/api/v1/restrictions/check";
    private static final Duration TICK = Duration.ofMillis(100);
    private static final Duration FLOOR = Duration.ofMillis(200);

    private final Random dice = new Random(11);

    private static Release release(Duration tick) {
        return new Release(new LimitsProperties(60, 60, 600, 600, 12_000, 30, 5, 50, 2, 1, tick, FLOOR));
    }

    /** Most calls of a register take a few dozen milliseconds and one in ten far more; to find somebody takes it a little longer. */
    private long asked(Kind kind) {
        return switch (kind) {
            case LIMITED -> 200_000 + dice.nextLong(200_000);
            case WRONG -> 3_000_000 + registers();
            case UNKNOWN -> registers();
        };
    }

    private long registers() {
        var usually = Math.exp(Math.log(25) + 0.5 * dice.nextGaussian());
        return (long) ((dice.nextInt(10) == 0 ? usually * 20 : usually) * 1e6);
    }

    private List<Told> told(Release release) {
        var told = new ArrayList<Told>();
        for (var i = 0; i < SAMPLES; i++) {
            for (var kind : Kind.values()) {
                var took = asked(kind);
                var wait = release.of(ROUTE, took, kind == Kind.LIMITED);
                told.add(new Told(ROUTE, kind, took + wait.toNanos(), "", Set.of()));
            }
        }
        return told;
    }

    @Test
    void nobodyLearnsFromTheMomentWhichDetailFailed() {
        var told = told(release(TICK));

        assertThat(told).allSatisfy(one -> {
            assertThat(one.nanos()).isGreaterThanOrEqualTo(FLOOR.toNanos());
            assertThat(one.nanos() % TICK.toNanos()).isZero();
        });
        for (var one : Kind.values()) {
            for (var other : Kind.values()) {
                assertThat(Told.median(told, one)).isCloseTo(Told.median(told, other), within(2e6));
                assertThat(Told.auc(told, one, other)).as("%s %s", one, other).isBetween(0.47, 0.53);
            }
        }
    }

    @Test
    void withoutTheTickTheyWould() {
        var told = told(release(Duration.ZERO));

        assertThat(Told.auc(told, Kind.LIMITED, Kind.UNKNOWN)).isLessThan(0.01);
        assertThat(Told.auc(told, Kind.UNKNOWN, Kind.WRONG)).isLessThan(0.47);
    }
}
