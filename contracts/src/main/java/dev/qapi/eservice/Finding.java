package dev.qapi.eservice;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * What one of several sources found: its answer, or why there is none.
 *
 * @param <R> the register's reply
 */
public sealed interface Finding<R> {

    /** Positive evidence. */
    record Said<R>(Answer<R> answer) implements Finding<R> {}

    /** No answer to rely on; "I know nobody like that" is none about the person either. */
    record Silent<R>(Failure why) implements Finding<R> {}

    /** Whether it is so; unknown unless the source has answered. */
    default Truth says(Predicate<? super R> claim) {
        return data().map(reply -> Truth.of(claim.test(reply))).orElse(Truth.UNKNOWN);
    }

    /** What the source said. */
    default Optional<R> data() {
        return switch (this) {
            case Said<R> said -> Optional.of(said.answer().data());
            case Silent<R> _ -> Optional.empty();
        };
    }

    /** Why it said nothing. */
    default Optional<Failure> failure() {
        return switch (this) {
            case Said<R> _ -> Optional.empty();
            case Silent<R> silent -> Optional.of(silent.why());
        };
    }
}
