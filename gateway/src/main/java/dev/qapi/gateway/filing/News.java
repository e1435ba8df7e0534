package dev.qapi.gateway.filing;

import dev.qapi.eservice.EventType;
import dev.qapi.eservice.Filed.State;
import dev.qapi.gateway.events.EventLog;
import dev.qapi.gateway.events.Happening;
import dev.qapi.identifier.FilingNumber;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells whoever follows a filing what has become of it; told again after a crash, they hear it once. */
@Component
class News {

    private final EventLog log;

    News(EventLog log) {
        this.log = log;
    }

    Mono<Void> of(StoredFiling ended) {
        return of(ended, ended.state(), ended.history().getLast().at());
    }

    Mono<Void> of(StoredFiling filing, State state, Instant at) {
        var number = FilingNumber.of(filing.number());
        var cause = "filing " + filing.id() + ' ' + state + ' ' + occurrence(filing, state);
        return Flux.fromIterable(filing.followers())
                .concatMap(owner -> log.note(new Happening(owner, type(state), at, filing.eservice(), number, cause)))
                .then();
    }

    /** It ends once, however often that is tried; it may be set aside after each time it was taken up again. */
    private static int occurrence(StoredFiling filing, State state) {
        return state == State.NEEDS_ATTENTION ? filing.history().size() : 0;
    }

    private static EventType type(State state) {
        return switch (state) {
            case DELIVERED -> EventType.FILING_DELIVERED;
            case REFUSED -> EventType.FILING_REFUSED;
            case NEEDS_ATTENTION -> EventType.FILING_NEEDS_ATTENTION;
            case ACCEPTED -> throw new IllegalArgumentException("who files something knows that it is accepted");
        };
    }
}
