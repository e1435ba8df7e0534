package dev.qapi.gateway.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.qapi.eservice.Inquiry;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The different questions about a target whose outcome is not known yet: each may turn out to be a failed match, so that a
 * thousand guesses at once are no more than the allowance. The same question asked by many is one.
 */
final class UnderWay {

    private final Cache<Key, Map<Inquiry, Integer>> questions =
            Caffeine.newBuilder().expireAfterAccess(Duration.ofMinutes(1)).build();

    /** It has to {@link #leave} when its outcome is known, and counted. */
    void enter(Key target, Inquiry inquiry) {
        questions.asMap().compute(target, (_, asked) -> {
            var all = asked == null ? new LinkedHashMap<Inquiry, Integer>() : asked;
            all.merge(inquiry, 1, Integer::sum);
            return all;
        });
    }

    /** How many others entered before it and are still under way. */
    int ahead(Key target, Inquiry inquiry) {
        var ahead = new int[1];
        questions.asMap().computeIfPresent(target, (_, asked) -> {
            for (var other : asked.keySet()) {
                if (other.equals(inquiry)) {
                    break;
                }
                ahead[0]++;
            }
            return asked;
        });
        return ahead[0];
    }

    void leave(Key target, Inquiry inquiry) {
        questions.asMap().computeIfPresent(target, (_, asked) -> {
            asked.computeIfPresent(inquiry, (_, count) -> count == 1 ? null : count - 1);
            return asked.isEmpty() ? null : asked;
        });
    }
}
