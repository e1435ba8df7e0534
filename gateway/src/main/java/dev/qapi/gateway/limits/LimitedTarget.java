package dev.qapi.gateway.limits;

import dev.qapi.eservice.Failure;
import dev.qapi.eservice.Provenance;
import dev.qapi.eservice.Register;
import java.time.Clock;
import reactor.core.publisher.Mono;
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

    /** The answer, unless the question that is under way is about one: then nobody is asked, and nobody known. */
    public static <T> Mono<T> unlessMeant(Register register, Clock clock, Mono<T> answer) {
        return Mono.deferContextual(context -> {
            if (!isMeant(context)) {
                return answer;
            }
            var now = clock.instant();
            return Mono.error(new Failure.NotFound(now, new Provenance(register, register, now, null)));
        });
    }
}
