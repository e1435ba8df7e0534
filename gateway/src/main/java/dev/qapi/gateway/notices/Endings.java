package dev.qapi.gateway.notices;

import com.mongodb.MongoException;
import dev.qapi.eservice.Failure;
import dev.qapi.eservice.Failure.Outage;
import dev.qapi.eservice.Register;
import java.time.Clock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Ends notices by the word that each of them brings along, whoever sends it: a mail program does so for its owner (RFC 8058). */
@Component
public class Endings {

    private final NoticeStore store;
    private final NoticeNames names;
    private final Clock clock;

    Endings(NoticeStore store, NoticeNames names, Clock clock) {
        this.store = store;
        this.names = names;
        this.clock = clock;
    }

    /** Whether it is such a word, of an address that is there or was. */
    public boolean isOne(String word) {
        return names.ended(word).isPresent();
    }

    /** Forgets the address; done twice it is done once. False if the word is none of ours. */
    public Mono<Boolean> end(String word) {
        return Mono.justOrEmpty(names.ended(word))
                .flatMap(ending -> store.end(ending.owner(), ending.turn(), clock.instant())
                        .thenReturn(true))
                .defaultIfEmpty(false)
                .onErrorMap(
                        MongoException.class,
                        cause -> new Failure.Unavailable(
                                Register.GATEWAY, Outage.DOWN, Failure.Unavailable.USUALLY, cause));
    }
}
