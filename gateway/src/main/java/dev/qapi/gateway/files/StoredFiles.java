package dev.qapi.gateway.files;

import dev.qapi.eservice.Attached;
import dev.qapi.eservice.Attachments;
import dev.qapi.eservice.Objection;
import dev.qapi.gateway.problem.Refusal;
import dev.qapi.identifier.FileId;
import dev.qapi.identifier.FileIds;
import dev.qapi.identifier.Malformed.Rule;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Files that were sent, by those who have their ids. */
@Component
public class StoredFiles implements Attachments {
    private static final String WHERE = "/files";
    private static final String NOT_ACCEPTED = "00017";
    private static final Duration SOON = Duration.ofSeconds(1);

    private final FileNames names;
    private final FileStore store;
    private final FilesProperties properties;
    private final Clock clock;

    StoredFiles(FileNames names, FileStore store, FilesProperties properties, Clock clock) {
        this.names = names;
        this.store = store;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public Mono<List<Attached>> named(@Nullable FileIds ids) {
        return Flux.fromIterable(ids == null ? List.<FileId>of() : ids.all())
                .concatMap(id -> facts(id).switchIfEmpty(Mono.error(() -> new Objection(WHERE, Rule.FILES))))
                .collectList()
                .timeout(properties.durable())
                .onErrorMap(StoredFiles::unreadable);
    }

    private static Throwable unreadable(Throwable error) {
        return error instanceof Objection ? error : new Refusal(NOT_ACCEPTED, SOON);
    }

    private Mono<Attached> facts(FileId id) {
        var slot = names.facts(id);
        return store.facts(slot.place())
                .flatMap(closed -> Mono.justOrEmpty(slot.open(closed)))
                .map(facts -> Uploads.FACTS.readValue(facts, Attached.class));
    }

    /**
     * Gives them to a filing for good, before it is stored: another one gets an {@link Objection}. The same filing may take
     * them again.
     */
    public Mono<Void> take(List<Attached> files, String filing) {
        var since = clock.instant().minus(properties.unused());
        return Flux.fromIterable(files)
                .map(file -> names.facts(file.id()).place())
                .concatMap(place -> store.take(place, filing, since))
                .all(taken -> taken)
                .flatMap(all -> all ? Mono.<Void>empty() : giveBack(files, filing));
    }

    private Mono<Void> giveBack(List<Attached> files, String filing) {
        return Flux.fromIterable(files)
                .concatMap(file -> store.giveBack(names.facts(file.id()).place(), filing))
                .then(Mono.error(() -> new Objection(WHERE, Rule.FILES)));
    }

    /** Its bytes, piece by piece; an error as soon as one is not as it was sent. */
    Flux<byte[]> content(Attached file) {
        var place = names.facts(file.id()).place();
        return Flux.range(0, Math.ceilDiv(file.size(), Pieces.SIZE))
                .concatMap(number -> store.piece(place, number)
                        .flatMap(closed ->
                                Mono.justOrEmpty(names.piece(file.id(), number).open(closed)))
                        .switchIfEmpty(Mono.error(() -> new IllegalStateException("a file was changed"))));
    }
}
