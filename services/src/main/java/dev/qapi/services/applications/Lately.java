package dev.qapi.services.applications;

import dev.qapi.eservice.Failure;
import dev.qapi.eservice.Finding;
import dev.qapi.eservice.Missing;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How long decisions took lately, as far as the register says.
 *
 * @param found absent if it was not asked, because nobody waits for a decision
 */
record Lately(@Nullable Finding<Durations.Reply> found) {

    /** Fewer are told nothing from. */
    private static final int ENOUGH = 20;

    Optional<Durations.OfKind> of(Vmms.Kind kind) {
        return Optional.ofNullable(found)
                .flatMap(Finding::data)
                .flatMap(reply -> reply.kinds().stream()
                        .filter(decided -> decided.kind() == kind && decided.cases() >= ENOUGH)
                        .findFirst());
    }

    /** What cannot be told because of an outage; a register that has no statistics lacks none. */
    List<Missing> missing(Vmms.Reply reply) {
        return Optional.ofNullable(found)
                .flatMap(Finding::failure)
                .filter(failure -> !(failure instanceof Failure.NotFound))
                .map(failure -> missing(reply.newestFirst().toList(), failure))
                .orElse(List.of());
    }

    private static List<Missing> missing(List<Vmms.Application> told, Failure failure) {
        return IntStream.range(0, told.size())
                .filter(at -> told.get(at).submittedAndUndecided().isPresent())
                .mapToObj(at -> Missing.because(failure, "/data/applications/" + at + "/expected"))
                .toList();
    }
}
