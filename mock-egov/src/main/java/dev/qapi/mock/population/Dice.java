package dev.qapi.mock.population;

import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Chance that is the same every time: thrown for one topic of one person of one country. The sequence of
 * {@link Random} is written down in its Javadoc, so that a seed means the same country on every Java.
 */
final class Dice {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final Random random;

    Dice(long seed, int person, String topic) {
        this.random = new Random(mixed(mixed(seed + GOLDEN * (person + 1L)) + topic.hashCode()));
    }

    /** Neighbouring numbers must not begin alike: the finalizer of SplitMix64. */
    static long mixed(long value) {
        var mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    boolean chance(double share) {
        return random.nextDouble() < share;
    }

    /** Both included. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Each as often as its weight says. */
    <T> T weighted(Map<T, Integer> weights) {
        var rest = random.nextInt(
                weights.values().stream().mapToInt(Integer::intValue).sum());
        for (var choice : weights.entrySet()) {
            rest -= choice.getValue();
            if (rest < 0) {
                return choice.getKey();
            }
        }
        throw new IllegalStateException("no weights");
    }
}
