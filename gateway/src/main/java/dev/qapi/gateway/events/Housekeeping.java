package dev.qapi.gateway.events;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.util.retry.Retry;

/** Forgets what is no longer kept: the embedded store does not do so by itself. */
@Component
class Housekeeping implements SmartLifecycle {

    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final EventStore store;
    private final EventsProperties properties;
    private final Clock clock;
    private volatile Disposable running = Disposables.disposed();

    Housekeeping(EventStore store, EventsProperties properties, Clock clock) {
        this.store = store;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = Disposables.composite(
                store.index().retryWhen(Retry.fixedDelay(Long.MAX_VALUE, PAUSE)).subscribe(),
                Flux.interval(Duration.ofHours(1))
                        .onBackpressureDrop()
                        .concatMap(
                                _ -> store.forget(clock.instant().minus(properties.kept()))
                                        .onErrorComplete(),
                                1)
                        .subscribe());
    }

    @Override
    public void stop() {
        running.dispose();
    }

    @Override
    public boolean isRunning() {
        return !running.isDisposed();
    }
}
