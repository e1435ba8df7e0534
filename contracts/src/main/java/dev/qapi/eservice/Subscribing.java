package dev.qapi.eservice;

import dev.qapi.identifier.FilingNumber;
import java.util.List;
import reactor.core.publisher.Mono;

/** The subscriptions to one kind of thing. Somebody else's are not there. */
public interface Subscribing<I extends Inquiry> {

    /**
     * Stores it for good, and says so only then; the same once more is the same, and lasts from now on. The register is asked first:
     * what it does not know is {@link Failure.NotFound}, as for whoever looks it up; one that gives no answer stops nobody, as long as
     * there are few that nobody has seen.
     */
    Mono<Subscription<I>> add(Subscriber who, I sought);

    /** All of theirs, the oldest first. */
    Mono<List<Subscription<I>>> of(Subscriber who);

    /** All that are left once that one is none any more; done twice it is done once. */
    Mono<List<Subscription<I>>> remove(Subscriber who, FilingNumber number);
}
