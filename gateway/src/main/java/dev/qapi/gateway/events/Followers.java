package dev.qapi.gateway.events;

import dev.qapi.gateway.problem.TooMany;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Who follows events at this gateway: no more than it bears, and nobody any more before it stops. */
@Component
class Followers implements SmartLifecycle {

    private static final Duration AGAIN = Duration.ofSeconds(30);

    private final ConcurrentMap<String, Integer> each = new ConcurrentHashMap<>();
    private final AtomicInteger together = new AtomicInteger();
    private final EventsProperties properties;
    private volatile Sinks.Empty<Void> end = Sinks.empty();
    private volatile boolean running;

    Followers(EventsProperties properties, MeterRegistry meters) {
        this.properties = properties;
        meters.gauge("qapi.events.followers", together);
    }

    /** The same, until this gateway stops; {@link TooMany} if there are too many already. */
    <T> Flux<T> bounded(String owner, Flux<T> events) {
        return Flux.usingWhen(
                Mono.fromSupplier(() -> enter(owner)),
                _ -> events.takeUntilOther(end.asMono()),
                who -> Mono.fromRunnable(() -> leave(who)));
    }

    private String enter(String owner) {
        var mine = each.merge(owner, 1, Integer::sum);
        var all = together.incrementAndGet();
        if (mine > properties.each() || all > properties.together()) {
            leave(owner);
            throw new TooMany(TooMany.Of.QUESTIONS, AGAIN);
        }
        return owner;
    }

    private void leave(String owner) {
        together.decrementAndGet();
        each.computeIfPresent(owner, (_, count) -> count == 1 ? null : count - 1);
    }

    @Override
    public void start() {
        end = Sinks.empty();
        running = true;
    }

    /** Before the server waits for the answers that are under way, of which these would never end. */
    @Override
    public void stop() {
        running = false;
        end.tryEmitEmpty();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
