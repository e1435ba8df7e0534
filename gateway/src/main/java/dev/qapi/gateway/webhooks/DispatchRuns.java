package dev.qapi.gateway.webhooks;

import dev.qapi.gateway.events.EventLog;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.util.retry.Retry;

/** Has events sent when they are noted, and what is due when it is. */
@Component
class DispatchRuns implements SmartLifecycle {

    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final int WAKING = 16;

    private final Dispatch dispatch;
    private final Rounds rounds;
    private final EventLog events;
    private final DeliveryLog deliveries;
    private final WebhooksProperties properties;
    private final Clock clock;
    private volatile Disposable running = Disposables.disposed();

    DispatchRuns(
            Dispatch dispatch,
            Rounds rounds,
            EventLog events,
            DeliveryLog deliveries,
            WebhooksProperties properties,
            Clock clock) {
        this.dispatch = dispatch;
        this.rounds = rounds;
        this.events = events;
        this.deliveries = deliveries;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = Disposables.composite(
                events.news()
                        .onBackpressureBuffer(1000, _ -> {}, reactor.core.publisher.BufferOverflowStrategy.DROP_LATEST)
                        .flatMap(owner -> rounds.wake(owner).onErrorComplete(), WAKING)
                        .subscribe(),
                Flux.interval(properties.poll())
                        .onBackpressureDrop()
                        .concatMap(_ -> dispatch.drain().onErrorComplete(), 1)
                        .subscribe(),
                Flux.interval(Duration.ofHours(1))
                        .onBackpressureDrop()
                        .concatMap(
                                _ -> deliveries
                                        .forget(clock.instant().minus(properties.kept()))
                                        .onErrorComplete(),
                                1)
                        .subscribe(),
                deliveries
                        .index()
                        .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, PAUSE))
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
