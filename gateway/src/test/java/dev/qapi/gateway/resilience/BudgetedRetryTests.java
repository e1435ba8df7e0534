package dev.qapi.gateway.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class BudgetedRetryTests {

    private final BudgetedRetry retry = new BudgetedRetry();
    private final AtomicInteger most = new AtomicInteger();

    /** How often the register is asked by so many calls that all fail so. */
    private int asked(int calls, Throwable fault) {
        var all = new AtomicInteger();
        Flux.range(0, calls)
                .flatMap(
                        _ -> {
                            var mine = new AtomicInteger();
                            return retry.once(
                                            Mono.error(() -> {
                                                all.incrementAndGet();
                                                most.accumulateAndGet(mine.incrementAndGet(), Math::max);
                                                return fault;
                                            }),
                                            Faults::isTransient)
                                    .onErrorComplete(e -> e == fault);
                        },
                        256)
                .blockLast(Duration.ofSeconds(60));
        return all.get();
    }

    @Test
    void everyTenCallsEarnOneRetryAndNoneMore() {
        assertThat(asked(10_000, new TimeoutException())).isBetween(10_990, 11_000);
        assertThat(most).hasValue(2);
    }

    @Test
    void nothingIsEarnedBeforeTheTenthCall() {
        assertThat(asked(9, new TimeoutException())).isEqualTo(9);
    }

    @Test
    void goodTimesEarnNoMoreThanTenRetries() {
        Flux.range(0, 5_000)
                .concatMap(_ -> retry.once(Mono.just(1), Faults::isTransient))
                .blockLast();
        assertThat(asked(20, new TimeoutException())).isBetween(30, 32);
    }

    @Test
    void whatWillNotChangeIsNotTriedAgain() {
        Flux.range(0, 100)
                .concatMap(_ -> retry.once(Mono.just(1), Faults::isTransient))
                .blockLast();
        assertThat(asked(100, new IllegalStateException())).isEqualTo(100);
    }

    @Test
    void aRetryThatSucceedsIsTheAnswer() {
        Flux.range(0, 10)
                .concatMap(_ -> retry.once(Mono.just(1), Faults::isTransient))
                .blockLast();
        var calls = new AtomicInteger();
        var flaky = Mono.defer(() ->
                calls.incrementAndGet() == 1 ? Mono.<Integer>error(new TimeoutException()) : Mono.just(calls.get()));
        assertThat(retry.once(flaky, Faults::isTransient).block()).isEqualTo(2);
    }
}
