package dev.qapi.gateway.watch;

import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.util.retry.Retry;

/** Has what is due looked at as long as this gateway runs. */
@Component
class WatchRuns implements SmartLifecycle {

    private static final Duration INDEX_PAUSE = Duration.ofSeconds(10);

    private final Lookout lookout;
    private final WatchStore store;
    private final WatchProperties properties;
    private volatile Disposable running = Disposables.disposed();

    WatchRuns(Lookout lookout, WatchStore store, WatchProperties properties) {
        this.lookout = lookout;
        this.store = store;
        this.properties = properties;
    }

    @Override
    public void start() {
        running = Disposables.composite(
                store.index()
                        .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, INDEX_PAUSE))
                        .subscribe(),
                Flux.interval(properties.poll())
                        .onBackpressureDrop()
                        .concatMap(_ -> lookout.drain().onErrorComplete(), 1)
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
