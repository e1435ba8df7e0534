package dev.qapi.gateway.resilience;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Asks once more when nobody answered, if that was earned: ten calls earn one retry, so that retries never add more than
 * a tenth to the load of a register that is already in trouble. For look-ups only.
 */
class BudgetedRetry {

    private static final int CALLS_PER_RETRY = 10;
    private static final int MOST = 10 * CALLS_PER_RETRY;
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final AtomicInteger calls = new AtomicInteger();

    <T> Mono<T> once(Mono<T> call) {
        return Mono.defer(() -> {
            earn();
            return call.retryWhen(Retry.backoff(1, PAUSE)
                    .filter(fault -> Faults.isTransient(fault) && spend())
                    .onRetryExhaustedThrow((_, signal) -> signal.failure()));
        });
    }

    private void earn() {
        calls.updateAndGet(earned -> Math.min(earned + 1, MOST));
    }

    private boolean spend() {
        return calls.getAndUpdate(earned -> earned < CALLS_PER_RETRY ? earned : earned - CALLS_PER_RETRY)
                >= CALLS_PER_RETRY;
    }
}
