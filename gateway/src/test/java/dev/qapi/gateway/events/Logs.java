package dev.qapi.gateway.events;

import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.qapi.gateway.crypto.Peppers;
import java.time.Clock;
import java.time.Duration;

/** Logs without the rest of the gateway. */
public final class Logs {

    private Logs() {}

    public static EventLog on(MongoDatabase database, Clock clock) {
        var store = new EventStore(database);
        store.index().retry(5).block(Duration.ofSeconds(20));
        return new EventLog(store, Peppers.any(), clock);
    }
}
