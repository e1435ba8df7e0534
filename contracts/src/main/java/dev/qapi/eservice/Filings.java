package dev.qapi.eservice;

import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import reactor.core.publisher.Mono;

/**
 * Turns a register's call into a {@link Filing}: accepted durably, delivered as often as it takes by whichever gateway, with
 * one effect. A register that refuses what was filed for what it says answers 422 with a code; any other fault is tried again.
 */
public interface Filings {

    /**
     * @param eservice the id of the e-service
     * @param register to which it is delivered, over whichever exchange layer leads there
     * @param payload what is filed; its record may only grow by components that may be absent, since old ones are kept for ever
     * @param reply the type of the register's word, kept with it
     * @param call the client's method; the register takes the same reference for the same filing
     */
    <I extends Inquiry, R extends Registration<I>> Filing<I, R> of(
            String eservice,
            Register register,
            Class<I> payload,
            Class<R> reply,
            Function<Delivery<I>, Mono<ResponseEntity<R>>> call);
}
