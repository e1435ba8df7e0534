package dev.qapi.gateway.files;

import dev.qapi.gateway.background.Background;
import java.time.Clock;
import java.time.Duration;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** Removes what nobody has filed anything with. What a stored filing has taken is kept for as long as the filing. */
@Component
class Sweep extends Background {
    private static final Logger log = LoggerFactory.getLogger(Sweep.class);
    /** Who takes a file at the last moment is not overtaken. */
    private static final Duration GRACE = Duration.ofMinutes(10);

    private final FileStore store;
    private final Owners owners;
    private final FilesProperties properties;
    private final Clock clock;

    Sweep(FileStore store, Owners owners, FilesProperties properties, Clock clock) {
        this.store = store;
        this.owners = owners;
        this.properties = properties;
        this.clock = clock;
    }

    Mono<Void> sweep() {
        return Mono.defer(
                () -> store.old(clock.instant().minus(properties.unused()).minus(GRACE))
                        .concatMap(this::decide)
                        .then());
    }

    private Mono<Void> decide(Document old) {
        var filing = FileStore.takenBy(old);
        return (filing.isEmpty() ? Mono.just(false) : owners.isStored(filing))
                .flatMap(stored -> stored ? store.keep(FileStore.place(old)) : store.remove(old, mostPieces()));
    }

    private int mostPieces() {
        return (int) (properties.largest().toBytes() / Pieces.SIZE) + 1;
    }

    @Override
    protected Disposable begin() {
        return every(
                properties.sweep(),
                () -> sweep().doOnError(error ->
                        log.warn("files not swept: {}", error.getClass().getName())));
    }
}
