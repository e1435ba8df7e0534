package dev.qapi.mock.exchange;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The latest calls, without what was in them: identifiers are nobody's business but the register's. */
public final class Calls {

    private static final int KEPT = 50;

    /** A call and how it was answered. */
    public record Call(
            Instant at,
            String system,
            @Nullable String register,
            @Nullable String operation,
            int status) {}

    private final Deque<Call> latest = new ArrayDeque<>(KEPT);

    synchronized void note(Call call) {
        if (latest.size() == KEPT) {
            latest.removeLast();
        }
        latest.addFirst(call);
    }

    /** Newest first. */
    public synchronized List<Call> latest() {
        return List.copyOf(latest);
    }
}
