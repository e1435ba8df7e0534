package dev.qapi.gateway.snapshots;

import dev.qapi.eservice.Snapshot;
import dev.qapi.gateway.snapshots.SnapshotFiles.Stored;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** One snapshot after the other of the same thing. Requests read memory only; what a disk does, they do not notice. */
class Series<R extends Record> implements Snapshot<R> {

    private static final Logger log = LoggerFactory.getLogger(Series.class);

    private final String name;
    private final Supplier<Mono<R>> take;
    private final SnapshotFiles files;
    private final Clock clock;
    private final JsonMapper json = new JsonMapper();
    private volatile Optional<Taken<R>> latest;

    Series(String name, Class<R> type, Supplier<Mono<R>> take, SnapshotFiles files, Clock clock) {
        this.name = name;
        this.take = take;
        this.files = files;
        this.clock = clock;
        this.latest = files.read(name).flatMap(stored -> read(stored, type));
    }

    @Override
    public Optional<Taken<R>> latest() {
        return latest;
    }

    /** Never fails: the last one stays. */
    Mono<Void> refresh() {
        return Mono.defer(take)
                .publishOn(Schedulers.boundedElastic())
                .doOnNext(this::keep)
                .then()
                .onErrorResume(error -> {
                    log.warn("no new snapshot {}: {}", name, error.getClass().getName());
                    return Mono.empty();
                });
    }

    private void keep(R content) {
        var taken = new Taken<>(content, clock.instant());
        latest = Optional.of(taken);
        try {
            files.write(name, new Stored(taken.at(), json.writeValueAsBytes(content)));
        } catch (IOException e) {
            log.warn("snapshot {} is in memory only: {}", name, e.getClass().getName());
        }
    }

    private Optional<Taken<R>> read(Stored stored, Class<R> type) {
        try {
            return Optional.of(new Taken<>(json.readValue(stored.content(), type), stored.at()));
        } catch (JacksonException ofAnotherVersion) {
            log.warn("snapshot {} is of another version", name);
            return Optional.empty();
        }
    }
}
