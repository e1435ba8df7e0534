package dev.qapi.gateway.statistics;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/**
 * Counts of two outcomes by day and by what was counted.
 *
 * @param <K> what is counted, never anything about a person
 */
final class Daily<K> {

    /** A year and a month, so that a day can be compared with the same one a year ago. */
    private static final int KEPT = 400;

    /** @param bad of {@code all} */
    record Count<K>(LocalDate day, K what, long good, long bad) {
        long all() {
            return good + bad;
        }
    }

    private record Pair(LongAdder good, LongAdder bad) {}

    private final ConcurrentSkipListMap<LocalDate, Map<K, Pair>> days = new ConcurrentSkipListMap<>();

    void count(LocalDate day, K what, boolean good) {
        add(new Count<>(day, what, good ? 1 : 0, good ? 0 : 1));
    }

    void add(Count<K> count) {
        var pair = days.computeIfAbsent(count.day(), this::begin)
                .computeIfAbsent(count.what(), _ -> new Pair(new LongAdder(), new LongAdder()));
        pair.good().add(count.good());
        pair.bad().add(count.bad());
    }

    private Map<K, Pair> begin(LocalDate day) {
        days.headMap(day.minusDays(KEPT)).clear();
        return new ConcurrentHashMap<>();
    }

    /** The oldest day first. */
    Stream<Count<K>> since(LocalDate first) {
        return days.tailMap(first).entrySet().stream()
                .flatMap(day -> day.getValue().entrySet().stream()
                        .map(it -> new Count<>(
                                day.getKey(),
                                it.getKey(),
                                it.getValue().good().sum(),
                                it.getValue().bad().sum())));
    }
}
