package dev.qapi.gateway.filing;

import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.qapi.eservice.Filing;
import dev.qapi.eservice.Register;
import dev.qapi.gateway.crypto.Peppers;
import dev.qapi.gateway.events.Logs;
import dev.qapi.gateway.files.FilesOn;
import dev.qapi.gateway.support.MovableClock;
import dev.qapi.gateway.watch.Watches;
import dev.qapi.gateway.watch.WatchesOn;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;

/** The filing of one gateway, without the rest of it. */
record Office(
        FilingStore store,
        Leases leases,
        Outbox outbox,
        Backlog backlog,
        Watches watches,
        News news,
        Filing<Note, Note.Taken> notes) {

    static final FilingProperties PROPERTIES = new FilingProperties(
            Duration.ofSeconds(1),
            Duration.ofMillis(50),
            Duration.ofSeconds(25),
            8,
            Duration.ofSeconds(1),
            Duration.ofHours(1),
            Duration.ofSeconds(5),
            Duration.ofDays(7));

    static Office of(MongoDatabase database, Notary notary, MovableClock clock) {
        var store = new FilingStore(database);
        var leases = new Leases(store, clock, PROPERTIES);
        var backlog = new Backlog(store, clock);
        var watches = WatchesOn.of(database, clock);
        var watch = new FilingWatch(watches, store);
        var news = new News(Logs.on(database, clock), watch);
        var outbox = new Outbox(
                store, leases, backlog, new FilingMeters(new SimpleMeterRegistry(), clock), news, PROPERTIES, clock);
        var filings = new DurableFilings(
                notary,
                new FilingNames(Peppers.any()),
                new Receipts(Peppers.signer(0)),
                store,
                FilesOn.of(database, clock),
                outbox,
                watch,
                PROPERTIES,
                clock);
        return new Office(
                store,
                leases,
                outbox,
                backlog,
                watches,
                news,
                filings.of("notes", Register.VMMS, Note.class, Note.Taken.class, notary::take));
    }
}
