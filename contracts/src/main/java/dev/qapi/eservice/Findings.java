package dev.qapi.eservice;

import dev.qapi.eservice.Failure.NotFound;
import dev.qapi.eservice.Finding.Said;
import dev.qapi.eservice.Finding.Silent;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What several sources found about one question, told as one answer that is no better than its weakest part.
 *
 * @param all of each source that the answer is told from, in the order in which they are named
 */
public record Findings(List<Finding<?>> all) {

    /** Of these sources. */
    public static Findings of(Finding<?>... all) {
        return new Findings(List.of(all));
    }

    /** Why some of them said nothing. */
    public List<Failure> failures() {
        return all.stream().flatMap(finding -> finding.failure().stream()).toList();
    }

    /** Whether every one of them answered, be it that some know nobody like that. */
    public boolean areAllHeard() {
        return failures().stream().allMatch(NotFound.class::isInstance);
    }

    /**
     * Why nothing can be concluded if none says yes: an outage before anything else, since asking again helps there.
     *
     * @throws IllegalStateException if {@link #areAllHeard() all are heard}
     */
    public Failure undecided() {
        var unheard = failures().stream()
                .filter(failure -> !(failure instanceof NotFound))
                .toList();
        var silent = unheard.stream()
                .filter(failure -> !failure.retryAfter().isZero())
                .toList();
        return silent.isEmpty()
                ? unheard.stream().findFirst().orElseThrow(IllegalStateException::new)
                : new Failure.Undecided(silent);
    }

    /**
     * @param data what is concluded from them
     * @param atMost how far it may be trusted if every part may be
     * @param missing what could not be had
     * @throws IllegalStateException if nobody said anything
     */
    public <T> Answer<T> tell(T data, Reliance atMost, List<Missing> missing) {
        return new Answer<>(
                data,
                all.stream()
                        .flatMap(Findings::moment)
                        .min(Comparator.naturalOrder())
                        .orElseThrow(IllegalStateException::new),
                missing.isEmpty() ? weakest(said().map(Answer::freshness), Freshness.FRESH) : Freshness.PARTIAL,
                weakest(said().map(Answer::reliance), atMost),
                all.stream().flatMap(Findings::sources).toList(),
                missing);
    }

    private Stream<Answer<?>> said() {
        return all.stream()
                .flatMap(finding -> finding instanceof Said<?> said ? Stream.of(said.answer()) : Stream.of());
    }

    private static Stream<Instant> moment(Finding<?> finding) {
        return switch (finding) {
            case Said<?> said -> Stream.of(said.answer().asOf());
            case Silent<?> silent -> silent.why() instanceof NotFound nobody ? Stream.of(nobody.asOf()) : Stream.of();
        };
    }

    private static Stream<Provenance> sources(Finding<?> finding) {
        return switch (finding) {
            case Said<?> said -> said.answer().sources().stream();
            case Silent<?> silent -> silent.why() instanceof NotFound nobody ? Stream.of(nobody.source()) : Stream.of();
        };
    }

    /** Both enums begin with the best. */
    private static <E extends Enum<E>> E weakest(Stream<E> each, E atMost) {
        return Stream.concat(each, Stream.of(atMost))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
