package dev.qapi.gateway.resilience;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import reactor.core.publisher.Mono;

/**
 * Asks once more when nobody answered, if that was earned: ten calls earn one retry, so that retries never add more than
 * a tenth to the load of a register that is already in trouble. For look-ups only.
 */
class BudgetedRetry {

    private static final int CALLS_PER_RETRY = 10;
    private static final int MOST = 10 * CALLS_PER_RETRY;
    private static final long PAUSE = 50;

    private final AtomicInteger calls = new AtomicInteger();

    /** @param again which faults asking again at once may mend */
    <T> Mono<T> once(Mono<T> call, Predicate<Throwable> again) {
        return Mono.defer(() -> {
            earn();
            return call.onErrorResume(
                    fault -> again.test(fault) && spend(),
                    _ -> Mono.delay(pause()).then(call));
        });
    }

    /** Give or take half, so that calls which failed together do not come back together. */
    private static Duration pause() {
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(PAUSE / 2, PAUSE * 3 / 2));
    }

    private void earn() {
        calls.updateAndGet(earned -> Math.min(earned + 1, MOST));
    }

    private boolean spend() {
        return calls.getAndUpdate(earned -> earned < CALLS_PER_RETRY ? earned : earned - CALLS_PER_RETRY)
                >= CALLS_PER_RETRY;
    }
}
