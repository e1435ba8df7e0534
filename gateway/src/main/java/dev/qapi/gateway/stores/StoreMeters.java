package dev.qapi.gateway.stores;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.health.registry.ReactiveHealthContributorRegistry;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Whether each store can be had, by the same looks as the management port's health; a scrape waits for none of them. */
@Component
class StoreMeters implements SmartLifecycle {

    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Map<ReactiveHealthIndicator, AtomicReference<Double>> stores = new LinkedHashMap<>();
    private volatile Disposable running = Disposables.disposed();

    StoreMeters(ReactiveHealthContributorRegistry health, MeterRegistry meters) {
        health.stream().forEach(entry -> {
            if (entry.contributor() instanceof ReactiveHealthIndicator store) {
                var up = new AtomicReference<>(Double.NaN);
                meters.gauge("qapi.store.up", Tags.of("store", entry.name()), up, AtomicReference::get);
                stores.put(store, up);
            }
        });
    }

    private Mono<Void> look(ReactiveHealthIndicator store, AtomicReference<Double> up) {
        return store.health(false)
                .map(told -> Status.UP.equals(told.getStatus()))
                .timeout(PATIENCE)
                .onErrorReturn(false)
                .doOnNext(isUp -> up.set(isUp ? 1.0 : 0.0))
                .then();
    }

    @Override
    public void start() {
        running = Flux.interval(Duration.ZERO, EVERY)
                .onBackpressureDrop()
                .concatMap(
                        _ -> Flux.fromIterable(stores.entrySet())
                                .flatMap(store -> look(store.getKey(), store.getValue())),
                        1)
                .subscribe();
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
