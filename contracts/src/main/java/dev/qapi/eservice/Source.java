package dev.qapi.eservice;

import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;

/**
 * Where answers come from.
 *
 * @param <I> what is asked
 * @param <R> the register's reply
 */
@FunctionalInterface
public interface Source<I extends Inquiry, R extends Evidence<I>> {

    /** One answer, or a {@link Failure}; never empty. */
    Mono<Answer<R>> get(I inquiry);

    /** The same as a value, so that it can be weighed against what another source finds. */
    default Mono<Finding<R>> find(I inquiry) {
        return get(inquiry)
                .<Finding<R>>map(Finding.Said::new)
                .onErrorResume(Failure.class, failure -> Mono.just(new Finding.Silent<>(failure)));
    }

    /** This source seen through one more layer. */
    default Source<I, R> through(UnaryOperator<Source<I, R>> layer) {
        return layer.apply(this);
    }
}
