package dev.qapi.gateway.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.qapi.eservice.Inquiry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The different questions about a target whose outcome is not known yet: each may turn out to be a failed match, so that a
 * thousand guesses at once are no more than the allowance. The same question asked by many is one.
 */
final class UnderWay {

    private final Cache<Key, Map<Inquiry, Integer>> questions =
            Caffeine.newBuilder().expireAfterAccess(Duration.ofMinutes(1)).build();

    /** Whether there is room for it among so many; if there is it has to {@link #leave}. */
    boolean enter(Key target, Inquiry inquiry, long room) {
        var entered = new boolean[1];
        questions.asMap().compute(target, (_, asked) -> {
            var all = asked == null ? new ConcurrentHashMap<Inquiry, Integer>() : asked;
            entered[0] = room > 0 && (all.containsKey(inquiry) || all.size() < room);
            if (entered[0]) {
                all.merge(inquiry, 1, Integer::sum);
            }
            return all;
        });
        return entered[0];
    }

    void leave(Key target, Inquiry inquiry) {
        questions.asMap().computeIfPresent(target, (_, asked) -> {
            asked.computeIfPresent(inquiry, (_, count) -> count == 1 ? null : count - 1);
            return asked.isEmpty() ? null : asked;
        });
    }
}
