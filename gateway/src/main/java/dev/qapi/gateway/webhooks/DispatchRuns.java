package dev.qapi.gateway.webhooks;

import dev.qapi.gateway.background.Background;
import dev.qapi.gateway.dispatch.CountedCarrier;
import dev.qapi.gateway.dispatch.Dispatch;
import dev.qapi.gateway.dispatch.Rounds;
import dev.qapi.gateway.events.EventLog;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;

/** Has events sent when they are noted, and what is due when it is. */
@Component
class DispatchRuns extends Background {

    private final Dispatch<StoredWebhook> dispatch;
    private final DeliveryLog deliveries;
    private final WebhooksProperties properties;
    private final Clock clock;

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
    protected Disposable begin() {
        return Disposables.composite(
                untilDone(deliveries.index()),
                every(
                        Duration.ofHours(1),
                        () -> deliveries.forget(clock.instant().minus(properties.kept()))),
                dispatch.start());
    }
}
