package dev.qapi.gateway.audit;

import dev.qapi.gateway.audit.Verdict.End;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What is known of chains besides their entries: how far they go, by their own heads, by those of the chains that follow
 * them, and by what is kept outside of the store.
 */
final class Promises {

    private final Map<String, Map<Long, String>> places = new HashMap<>();
    private final Map<String, AuditHead> heads = new HashMap<>();
    private final Set<String> falsified = new HashSet<>();

    /**
     * @param stored heads, proved or not
     * @param outside places that are known to have been there
     */
    Promises(Collection<Document> stored, List<Link> outside, Predicate<Map<String, Object>> isGenuine) {
        for (var head : stored) {
            if (isGenuine.test(head)) {
                believe(AuditHead.of(head));
            } else {
                falsified.add(String.valueOf(head.get("_id")));
            }
        }
        outside.forEach(this::believe);
    }

    private void believe(AuditHead head) {
        heads.put(head.last().chain(), head);
        believe(head.last());
        if (head.after() != null) {
            believe(head.after());
        }
    }

    private void believe(Link link) {
        places.computeIfAbsent(link.chain(), _ -> new HashMap<>()).put(link.sequence(), link.stamp());
    }

    /** All that are spoken of. */
    Stream<String> chains() {
        return Stream.concat(places.keySet().stream(), falsified.stream()).distinct();
    }

    boolean isFalse(String chain) {
        return falsified.contains(chain);
    }

    /** It went at least so far. */
    long length(String chain) {
        return places.getOrDefault(chain, Map.of()).keySet().stream()
                .max(Long::compare)
                .orElse(0L);
    }

    /** Whether nothing else is known to have stood there. */
    boolean allow(@Nullable Link link) {
        return link != null
                && link.stamp()
                        .equals(places.getOrDefault(link.chain(), Map.of())
                                .getOrDefault(link.sequence(), link.stamp()));
    }

    /** What the first entry has to follow; null if nobody knows. */
    @Nullable
    String beginning(String chain) {
        var head = heads.get(chain);
        if (head == null) {
            return null;
        }
        return head.after() == null ? "" : head.after().stamp();
    }

    End end(String chain) {
        var head = heads.get(chain);
        if (head == null) {
            return End.UNKNOWN;
        }
        return head.closed() ? End.CLOSED : End.OPEN;
    }
}
