package dev.qapi.gateway.filing;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;

import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.qapi.eservice.Acceptance;
import dev.qapi.eservice.Outage;
import dev.qapi.gateway.background.Background;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Stores every few seconds that something could be stored, as durably as a filing and beside all other gateways. Where
 * nobody has for longer, nobody could file: whoever comes next writes that down, before it stores its own moment, so that a
 * death in between loses nothing.
 */
@Component
class Heartbeat extends Background implements Acceptance {

    private static final Duration TOLD = Duration.ofDays(90);
    private static final int MOST = 100;
    /** Beats that may be missed before it is an outage. */
    private static final int MISSED = 3;

    private static final String LAST = "accepting";
    private static final String AT = "at";
    private static final String UNTIL = "until";

    private final MongoCollection<Document> beats;
    private final MongoCollection<Document> outages;
    private final FilingProperties properties;
    private final Clock clock;
    private volatile @Nullable List<Outage> known;
    private volatile Instant last = Instant.MAX;

    Heartbeat(MongoDatabase database, FilingProperties properties, Clock clock, MeterRegistry meters) {
        Gauge.builder("qapi.filing.open", this, Heartbeat::isOpen).register(meters);
        this.beats = database.getCollection("heartbeat").withWriteConcern(FilingStore.DURABLE);
        this.outages = database.getCollection("outages").withWriteConcern(FilingStore.DURABLE);
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public Optional<List<Outage>> outages() {
        return Optional.ofNullable(known).map(ended -> isSilent(last, clock.instant()) ? withOurs(ended) : ended);
    }

    /** 1 while this gateway has lately proved that it can store a filing. */
    private double isOpen() {
        return last.equals(Instant.MAX) || isSilent(last, clock.instant()) ? 0 : 1;
    }

    private List<Outage> withOurs(List<Outage> ended) {
        var all = new ArrayList<Outage>();
        all.add(new Outage(last, null));
        all.addAll(ended);
        return all;
    }

    private boolean isSilent(Instant from, Instant until) {
        return from.isBefore(until.minus(properties.beat().multipliedBy(MISSED)));
    }

    private Mono<Void> beat() {
        return Mono.defer(() -> {
            var now = clock.instant();
            return Mono.from(beats.find(eq("_id", LAST)).first())
                    .map(it -> it.getDate(AT).toInstant())
                    .filter(before -> isSilent(before, now))
                    .flatMap(before -> writtenDown(before, now))
                    .then(stored(beats, LAST, AT, now))
                    .timeout(properties.durable())
                    .doOnSuccess(_ -> last = now)
                    .then(read(now))
                    .doOnNext(all -> known = all)
                    .then();
        });
    }

    private Mono<Void> writtenDown(Instant from, Instant until) {
        return stored(outages, Date.from(from), UNTIL, until);
    }

    /** Another gateway may have stored a later moment. */
    private static Mono<Void> stored(MongoCollection<Document> where, Object id, String field, Instant at) {
        return Mono.from(where.updateOne(
                        eq("_id", id), Updates.max(field, Date.from(at)), new UpdateOptions().upsert(true)))
                .then();
    }

    private Mono<List<Outage>> read(Instant now) {
        return Flux.from(outages.find(gte("_id", Date.from(now.minus(TOLD))))
                        .sort(Sorts.descending("_id"))
                        .limit(MOST))
                .map(it -> new Outage(
                        it.getDate("_id").toInstant(), it.getDate(UNTIL).toInstant()))
                .collectList();
    }

    @Override
    protected Disposable begin() {
        return every(Duration.ZERO, properties.beat(), this::beat);
    }
}
