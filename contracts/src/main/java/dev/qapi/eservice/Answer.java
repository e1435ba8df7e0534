package dev.qapi.eservice;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * The envelope of every answer: what, how old, how far to trust it, from where.
 *
 * @param data the answer itself
 * @param asOf the moment it describes, by the register's clock
 * @param freshness how it came about
 * @param reliance what may be done on the strength of it
 * @param sources who said it
 * @param missing what could not be had; empty in a whole answer
 */
public record Answer<T>(
        T data, Instant asOf, Freshness freshness, Reliance reliance, List<Provenance> sources, List<Missing> missing) {

    /** The same answer, which does not say who said so. */
    public Answer<T> withoutSources() {
        return new Answer<>(data, asOf, freshness, reliance, List.of(), missing);
    }

    /** The same answer with its data told differently. */
    public <R> Answer<R> map(Function<? super T, ? extends R> telling) {
        return new Answer<>(telling.apply(data), asOf, freshness, reliance, sources, missing);
    }
}
