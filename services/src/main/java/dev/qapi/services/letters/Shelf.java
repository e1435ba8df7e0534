package dev.qapi.services.letters;

import dev.qapi.eservice.Filed;
import dev.qapi.eservice.Filing;
import dev.qapi.eservice.Source;
import dev.qapi.identifier.Identifier;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where letters are looked up: what we have stored of them, and what the register says just now. */
record Shelf(Filing<Letter, DocumentFlow.Registered> stored, Source<Standing.Search, Standing.Reply> register) {

    private static final int MOST = 20;
    private static final int TOGETHER = 4;
    /** What is filed is not to be told late for it. */
    private static final Duration PATIENCE = Duration.ofMillis(300);

    /** The newest of them, one after the other as they were. */
    Mono<List<Known>> look(List<Filed<Letter, DocumentFlow.Registered>> letters) {
        return Flux.fromIterable(letters)
                .take(MOST)
                .flatMapSequential(this::look, TOGETHER)
                .collectList();
    }

    Mono<Known> look(Filed<Letter, DocumentFlow.Registered> letter) {
        var registered = letter.reply();
        var others = about(letter.payload().subject());
        return registered == null
                ? others.map(known -> new Known(letter, null, known.orElse(null)))
                : register.find(new Standing.Search(registered.joined()))
                        .zipWith(others, (now, known) -> new Known(letter, now, known.orElse(null)));
    }

    /** Every letter about them; empty if they cannot be read, which is no reason to say nothing of one that can. */
    Mono<Optional<List<Filed<Letter, DocumentFlow.Registered>>>> about(List<Identifier> subject) {
        return stored.about(subject).map(Optional::of).timeout(PATIENCE).onErrorReturn(Optional.empty());
    }
}
