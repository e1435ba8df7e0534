package dev.qapi.gateway.webhooks;

import dev.qapi.gateway.dispatch.CountedCarrier;
import dev.qapi.gateway.dispatch.Dispatch;
import dev.qapi.gateway.dispatch.Rounds;
import dev.qapi.gateway.events.EventLog;
import io.micrometer.core.instrument.MeterRegistry;
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

    private final Dispatch<StoredWebhook> dispatch;
    private final DeliveryLog deliveries;
    private final WebhooksProperties properties;
    private final Clock clock;
    private volatile Disposable running = Disposables.disposed();

    DispatchRuns(
            EventLog events,
            WebhookStore store,
            Posting posting,
            DeliveryLog deliveries,
            WebhooksProperties properties,
            MeterRegistry meters,
            Clock clock) {
        var pace = properties.pace();
        var rounds = new Rounds<>(store.all(), StoredWebhook::of, pace, clock);
        this.dispatch = new Dispatch<>(events, rounds, new CountedCarrier<>("webhook", posting, meters), pace, clock);
        this.deliveries = deliveries;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = Disposables.composite(
                dispatch.start(),
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
