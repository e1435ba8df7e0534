package dev.qapi.gateway.limits;

import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Says along the way to the registers that the target has been guessed at too often: none is asked, and each is taken to know
 * nobody like that. So the e-service itself tells what it tells of a failed match, and there is nothing to tell them by.
 */
public final class LimitedTarget {

    private static final Context MARK = Context.of(LimitedTarget.class, true);

    private LimitedTarget() {}

    static Context mark() {
        return MARK;
    }

    /** Whether the question that is under way is about one. */
    public static boolean isMeant(ContextView context) {
        return context.hasKey(LimitedTarget.class);
    }
}
