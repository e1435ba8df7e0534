package dev.qapi.gateway.filing;

import dev.qapi.eservice.Course;
import dev.qapi.eservice.Filed.State;
import dev.qapi.gateway.watch.Watch;
import dev.qapi.gateway.watch.Watches;
import dev.qapi.identifier.FilingNumber;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Has what a register was given looked at, as long as somebody hears what becomes of it. */
@Component
class FilingWatch {

    private final Watches watches;
    private final FilingStore store;

    FilingWatch(Watches watches, FilingStore store) {
        this.watches = watches;
        this.store = store;
    }

    /** @param look what a register says of one that it has */
    void add(String eservice, Function<StoredFiling, Mono<Course>> look) {
        watches.add(kind(eservice), watch -> store.find("_id", watch.id()).flatMap(filing -> look.apply(filing)));
    }

    /** Nothing if nobody would hear of it, or nothing can come of it any more. */
    Mono<Void> begin(StoredFiling filing) {
        var kind = kind(filing.eservice());
        if (filing.state() != State.DELIVERED || filing.followers().isEmpty() || !watches.know(kind)) {
            return Mono.empty();
        }
        var delivered = filing.history().getLast().at();
        return watches.begin(Watch.begin(
                filing.id(),
                kind,
                filing.eservice(),
                FilingNumber.of(filing.number()),
                filing.followers(),
                null,
                delivered,
                watches.end()));
    }

    private static String kind(String eservice) {
        return "filing " + eservice;
    }
}
