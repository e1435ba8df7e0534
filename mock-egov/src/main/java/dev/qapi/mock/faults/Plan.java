package dev.qapi.mock.faults;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** What fails now. */
final class Plan {

    private final Clock clock;
    private final AtomicLong last = new AtomicLong();
    private final Map<Long, Entry> entries = new ConcurrentSkipListMap<>();

    Plan(Clock clock) {
        this.clock = clock;
    }

    Entry add(Injection injection) {
        var number = last.incrementAndGet();
        var ends = injection.lasts() == null ? null : clock.instant().plus(injection.lasts());
        var entry = new Entry(Long.toString(number), injection, ends, new Random(number));
        entries.put(number, entry);
        return entry;
    }

    /** @return whether there was one */
    boolean remove(String id) {
        return entries.values().removeIf(entry -> entry.id().equals(id));
    }

    void clear() {
        entries.clear();
    }

    /** Those that are not over, oldest first. */
    List<Entry> list() {
        if (entries.isEmpty()) {
            return List.of();
        }
        var now = clock.instant();
        entries.values().removeIf(entry -> entry.isOver(now));
        return List.copyOf(entries.values());
    }

    /** What hits a call, oldest first. */
    List<Choice> hitting(Target call) {
        if (entries.isEmpty()) {
            return List.of();
        }
        var now = clock.instant();
        return entries.values().stream()
                .filter(entry -> entry.hits(call, now))
                .map(entry -> entry.injection().choice())
                .toList();
    }

    /** What is played before anything is known of a call. */
    List<Injection> wide() {
        var now = clock.instant();
        return list().stream()
                .filter(entry -> entry.isActive(now))
                .map(Entry::injection)
                .filter(Injection::isWide)
                .toList();
    }
}
