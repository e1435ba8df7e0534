package dev.qapi.services.applications;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a decision is likely: as long after the submission as 8 of 10 like it took lately.
 *
 * @param cases how many it is learnt from
 * @param exceeded true once {@code until} has passed, else absent
 */
record Expected(
        LocalDate from,
        LocalDate until,
        int cases,
        @Nullable Boolean exceeded) {

    static Optional<Expected> of(Vmms.Application application, Lately lately, Today today) {
        return application
                .submittedAndUndecided()
                .flatMap(
                        submitted -> lately.of(application.kind()).map(decided -> reckoned(submitted, decided, today)));
    }

    private static Expected reckoned(LocalDate submitted, Durations.OfKind decided, Today today) {
        var until = today.calendar().after(submitted, decided.p90());
        return new Expected(
                today.calendar().after(submitted, decided.p10()),
                until,
                decided.cases(),
                today.isAfter(until) ? Boolean.TRUE : null);
    }
}
