package dev.qapi.eservice;

import java.time.Duration;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Has something looked at now and then for whoever wants to hear of it, by one gateway at a time and ever more seldom. */
public interface Subscriptions {

    /** What is told of where it is when it is seen for the first time. */
    enum First {
        /** Nothing: it is what comes then that they want to hear of. */
        QUIET,
        /** The same as later. */
        TOLD
    }

    /**
     * @param eservice the id of the e-service
     * @param sought what is asked; its record may only grow by components that may be absent
     * @param longest for how long one lasts unless it is renewed
     * @param look asks the register anew, since what is kept tells no news
     */
    <I extends Inquiry> Subscribing<I> to(
            String eservice, Class<I> sought, Duration longest, First first, Function<I, Mono<Course>> look);
}
