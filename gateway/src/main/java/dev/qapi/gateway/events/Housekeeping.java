package dev.qapi.gateway.events;

import dev.qapi.gateway.background.Background;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;

/** Forgets what is no longer kept: the embedded store does not do so by itself. */
@Component
class Housekeeping extends Background {

    private final EventStore store;
    private final EventsProperties properties;
    private final Clock clock;

    Housekeeping(EventStore store, EventsProperties properties, Clock clock) {
        this.store = store;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    protected Disposable begin() {
        return Disposables.composite(
                untilDone(store.index()),
                every(Duration.ofHours(1), () -> store.forget(clock.instant().minus(properties.kept()))));
    }
}
