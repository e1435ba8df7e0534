package dev.qapi.gateway.killing;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/** How long something took, each time. */
final class Durations {

    private static final List<Integer> BOUNDS =
            List.of(10, 20, 50, 100, 200, 500, 1000, 1200, 2000, 5000, 10_000, 30_000);

    private final Queue<Long> millis = new ConcurrentLinkedQueue<>();

    void add(Duration duration) {
        millis.add(duration.toMillis());
    }

    int count() {
        return millis.size();
    }

    /** @param share 0.5 for the median, 1 for the longest; 0 if there are none */
    long millis(double share) {
        var sorted = millis.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }

    String summary() {
        return "%d | %d | %d | %d | %d".formatted(count(), millis(0.5), millis(0.95), millis(0.99), millis(1));
    }

    /** How many took at most how long, in lines of a table. */
    String histogram() {
        return BOUNDS.stream()
                .map(bound -> "| %d | %d |%n"
                        .formatted(
                                bound, millis.stream().filter(it -> it <= bound).count()))
                .collect(Collectors.joining());
    }
}
