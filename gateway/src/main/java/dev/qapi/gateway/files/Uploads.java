package dev.qapi.gateway.files;

import dev.qapi.eservice.Attached;
import dev.qapi.eservice.Objection;
import dev.qapi.gateway.crypto.Nonce;
import dev.qapi.gateway.json.StrictJson;
import dev.qapi.gateway.problem.Refusal;
import dev.qapi.identifier.FileId;
import dev.qapi.identifier.Malformed.Rule;
import java.time.Clock;
import java.time.Duration;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Seals a file piece by piece while it streams in. What is refused or breaks off is swept away later. */
@Component
class Uploads {
    static final JsonMapper FACTS = StrictJson.forPeople().build();
    private static final String NOT_ACCEPTED = "00017";
    private static final Duration SOON = Duration.ofSeconds(1);

    private final FileNames names;
    private final FileStore store;
    private final FilesProperties properties;
    private final Clock clock;

    Uploads(FileNames names, FileStore store, FilesProperties properties, Clock clock) {
        this.names = names;
        this.store = store;
        this.properties = properties;
        this.clock = clock;
    }

    /** @param announced how many bytes the client says that there are; -1 if it does not */
    Mono<Attached> store(Flux<DataBuffer> body, long announced) {
        return Mono.defer(() -> {
            var largest = properties.largest().toBytes();
            if (announced > largest) {
                return Mono.error(new Objection("", Rule.FILE_SIZE));
            }
            var file = new Incoming(FileId.of(Nonce.next()), largest);
            var place = names.facts(file.id()).place();
            return durably(store.begin(place, clock.instant()))
                    .thenMany(Pieces.of(body))
                    .concatMap(piece -> store(file, place, piece), 0)
                    .then(Mono.fromSupplier(file::whole))
                    .flatMap(whole -> durably(
                                    store.end(place, names.facts(file.id()).seal(FACTS.writeValueAsBytes(whole))))
                            .thenReturn(whole));
        });
    }

    private Mono<Void> store(Incoming file, String place, byte[] piece) {
        var number = file.take(piece);
        return durably(store.add(place, number, names.piece(file.id(), number).seal(piece)));
    }

    private Mono<Void> durably(Mono<Void> step) {
        return step.timeout(properties.durable()).onErrorMap(_ -> new Refusal(NOT_ACCEPTED, SOON));
    }
}
