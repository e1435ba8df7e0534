package dev.qapi.eservice;

import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import reactor.core.publisher.Mono;

/** Turns a register's call into a {@link Source}: timed, guarded, judged, kept and coalesced by the gateway. */
public interface Sources {

    /**
     * @param register who is asked, over whichever exchange layer leads there
     * @param reply the type of its reply
     * @param policy how old an answer may be
     * @param call the client's method
     */
    <I extends Inquiry, R extends Evidence<I>> Source<I, R> of(
            Register register, Class<R> reply, Policy policy, Function<I, Mono<ResponseEntity<R>>> call);
}
