package dev.qapi.gateway.audit;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A place in a chain and what stands there.
 *
 * @param sequence from 1 on; 0 is the beginning, before the first entry
 * @param stamp of the entry, which covers the stamp of the one before it
 */
record Link(String chain, long sequence, String stamp) {

    /** What comes right after it. */
    Link next(String stamp) {
        return new Link(chain, sequence + 1, stamp);
    }

    /** The place of a stored entry; null if it has none. */
    static @Nullable Link of(Map<String, Object> entry) {
        return entry.get("chain") instanceof String chain
                        && entry.get("sequence") instanceof Number sequence
                        && entry.get("stamp") instanceof String stamp
                ? new Link(chain, sequence.longValue(), stamp)
                : null;
    }
}
