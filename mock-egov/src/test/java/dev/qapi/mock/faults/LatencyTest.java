package dev.qapi.mock.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LatencyTest {

    private static final int SAMPLE = 100_000;

    private static long[] millis(Latency latency, String register) {
        return IntStream.range(0, SAMPLE)
                .mapToLong(i -> latency.next(register).toMillis())
                .sorted()
                .toArray();
    }

    @Test
    void hasItsMedianItsWidthAndItsTail() {
        var sample = millis(new Latency(true, 1), "VMMS");

        assertThat(sample[SAMPLE / 2]).isBetween(235L, 246L);
        assertThat(sample[SAMPLE * 84 / 100]).isBetween(365L, 395L);
        assertThat(sample[SAMPLE * 995 / 1_000]).isGreaterThan(1_200);
        assertThat(sample[SAMPLE * 98 / 100]).isLessThan(700);
    }

    @Test
    void isTheSameForTheSameSeed() {
        assertThat(millis(new Latency(true, 7), "AVIS")).isEqualTo(millis(new Latency(true, 7), "AVIS"));
    }

    @Test
    void everyRegisterHasItsOwn() {
        var latency = new Latency(true, 1);
        latency.shapes().forEach((register, shape) -> assertThat(shape.median()).isBetween(80L, 400L));
        assertThat(latency.shapes()).hasSize(9);
        assertThat(millis(latency, "ENFORCEMENT")[SAMPLE / 2]).isBetween(390L, 410L);
        assertThat(latency.next("UNHEARD_OF")).isPositive();
    }

    @Test
    void changesAndEnds() {
        var latency = new Latency(true, 1);
        latency.set("VMMS", new LatencyShape(7, 0, 0, 1));
        assertThat(latency.next("VMMS")).isEqualTo(Duration.ofMillis(7));
        latency.turn(false);
        assertThat(latency.next("VMMS")).isZero();
    }
}
