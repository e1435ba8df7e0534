package dev.qapi.gateway.watch;

import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.qapi.gateway.crypto.Peppers;
import dev.qapi.gateway.events.EventLog;
import dev.qapi.gateway.events.Logs;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;

/** What one gateway looks at, without the rest of it. */
public final class WatchesOn {

    static final WatchProperties PROPERTIES = new WatchProperties(
            Duration.ofMillis(50),
            Duration.ofMinutes(1),
            2,
            Duration.ZERO,
            Duration.ofMinutes(5),
            Duration.ofDays(1),
            Duration.ofDays(365),
            3,
            100);

    private WatchesOn() {}

    public static Watches of(MongoDatabase database, Clock clock) {
        return new Watches(new WatchStore(database), PROPERTIES, clock);
    }

    static Lookout lookout(Watches watches, MongoDatabase database, EventLog log, Clock clock) {
        var chronicle = new Chronicle(log, Peppers.any(), new SimpleMeterRegistry(), clock);
        return new Lookout(watches, new WatchStore(database), chronicle, PROPERTIES, clock);
    }

    /** Looks at everything that is due. */
    public static void look(Watches watches, MongoDatabase database, Clock clock) {
        lookout(watches, database, Logs.on(database, clock), clock).drain().block(Duration.ofSeconds(20));
    }
}
