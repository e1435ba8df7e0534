package dev.qapi.gateway.background;

import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Begins when a gateway is up and ends before it is down. No question waits for it, and what fails once is tried again. */
public abstract class Background implements SmartLifecycle {

    private static final Duration PAUSE = Duration.ofSeconds(10);

    private volatile Disposable running = Disposables.disposed();

    /** Begins everything that goes on until the result is disposed of. */
    protected abstract Disposable begin();

    /** That step at each period, the first after one of them; never twice at once, and left out while the one before takes longer. */
    protected static Disposable every(Duration period, Supplier<? extends Mono<?>> step) {
        return every(period, period, step);
    }

    /** As above, but the first so long after the start. */
    protected static Disposable every(Duration first, Duration period, Supplier<? extends Mono<?>> step) {
        return Flux.interval(first, period)
                .onBackpressureDrop()
                .concatMap(_ -> Mono.defer(step).onErrorComplete(), 1)
                .subscribe();
    }

    /** As often as it takes, such as an index while the store is away. */
    protected static Disposable untilDone(Mono<?> step) {
        return step.retryWhen(Retry.fixedDelay(Long.MAX_VALUE, PAUSE)).subscribe();
    }

    @Override
    public final void start() {
        running = begin();
    }

    @Override
    public final void stop() {
        running.dispose();
    }

    @Override
    public final boolean isRunning() {
        return !running.isDisposed();
    }
}
