package dev.qapi.services.stayextensions;

import dev.qapi.eservice.Answer;
import dev.qapi.eservice.Filed;
import dev.qapi.eservice.Filing;
import dev.qapi.eservice.NotIssued;
import dev.qapi.eservice.Source;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where extensions are looked up: what we have stored of them, and where VMMS says that they have got to. */
record Shelf(Filing<Extension, Registered> stored, Source<Progress.Search, Progress.Reply> vmms) {
    private static final int MOST = 20;
    private static final int TOGETHER = 4;

    /** The newest of them, one after the other as they were. */
    Mono<List<Known>> look(List<Filed<Extension, Registered>> extensions) {
        return Flux.fromIterable(extensions)
                .take(MOST)
                .flatMapSequential(this::look, TOGETHER)
                .collectList();
    }

    Mono<Known> look(Filed<Extension, Registered> extension) {
        var registered = extension.reply();
        return registered == null
                ? Mono.just(new Known(extension, null, null))
                : vmms.find(Progress.Search.of(extension.payload(), registered.number()))
                        .map(found -> new Known(extension, found, null));
    }

    /** What VMMS says of it; it has to have taken it. */
    Mono<Answer<Progress.Reply>> progress(Filed<Extension, Registered> extension) {
        var registered = extension.reply();
        return registered == null
                ? Mono.error(new NotIssued())
                : vmms.get(Progress.Search.of(extension.payload(), registered.number()));
    }
}
