package dev.qapi.gateway.watch;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What gateways look at: kinds of things, each with the way to look at them, and the things themselves. */
@Component
public class Watches {

    private final Map<String, Look> looks = new ConcurrentHashMap<>();
    private final WatchStore store;
    private final WatchProperties properties;
    private final Clock clock;

    Watches(WatchStore store, WatchProperties properties, Clock clock) {
        this.store = store;
        this.properties = properties;
        this.clock = clock;
    }

    /** From now on this gateway looks at what is of that kind. */
    public void add(String kind, Look look) {
        if (looks.putIfAbsent(kind, look) != null) {
            throw new IllegalStateException(kind + " is looked at in two ways");
        }
    }

    /** Whether this gateway looks at what is of that kind. */
    public boolean know(String kind) {
        return looks.containsKey(kind);
    }

    /** Completes when it is stored for good, now or before; it is looked at after a while. */
    public Mono<Void> begin(Watch watch) {
        return Mono.defer(() -> {
                    var pause = properties.pause(0, ThreadLocalRandom.current().nextDouble());
                    return store.insert(watch, clock.instant().plus(pause));
                })
                .then();
    }

    /** When one that begins now ends even if it is not over. */
    public Instant end() {
        return clock.instant().plus(properties.end());
    }

    Set<String> kinds() {
        return looks.keySet();
    }

    @Nullable
    Look look(Watch watch) {
        return looks.get(watch.kind());
    }
}
