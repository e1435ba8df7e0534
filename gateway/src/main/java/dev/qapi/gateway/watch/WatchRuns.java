package dev.qapi.gateway.watch;

import dev.qapi.gateway.background.Background;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;

/** Has what is due looked at as long as this gateway runs. */
@Component
class WatchRuns extends Background {

    private final Lookout lookout;
    private final WatchStore store;
    private final WatchProperties properties;

    WatchRuns(Lookout lookout, WatchStore store, WatchProperties properties) {
        this.lookout = lookout;
        this.store = store;
        this.properties = properties;
    }

    @Override
    protected Disposable begin() {
        return Disposables.composite(untilDone(store.index()), every(properties.poll(), lookout::drain));
    }
}
