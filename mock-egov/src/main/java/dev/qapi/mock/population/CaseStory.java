package dev.qapi.mock.population;

import dev.qapi.law.WorkingDays;
import dev.qapi.mock.population.Case.Holder;
import dev.qapi.mock.population.Case.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An application as it stands at a moment.
 *
 * @param history oldest first, never empty
 * @param paidAt when the fee was paid, if it has been
 * @param asOf the moment
 */
public record CaseStory(
        Case of, List<Step> history, @Nullable Instant paidAt, Instant asOf) {

    private static final String APPROVED = "150";
    private static final String PAID = "160";
    private static final String CANCELLED = "230";

    /** Empty while it has not been handed in. */
    static Optional<CaseStory> of(Case told, Moment moment, @Nullable Instant payment, WorkingDays calendar) {
        var history = new ArrayList<>(told.steps().stream()
                .filter(step -> !step.at().isAfter(moment.story()))
                .toList());
        if (history.isEmpty()) {
            return Optional.empty();
        }
        var paid = payment != null ? payment : byThemselves(told, moment);
        if (history.size() == told.steps().size()) {
            goesOn(told, moment, history, paid, payment != null, calendar);
        }
        return Optional.of(new CaseStory(told, List.copyOf(history), paid, moment.story()));
    }

    private static @Nullable Instant byThemselves(Case told, Moment moment) {
        var at = told.fee() == null ? null : told.fee().paidAt();
        return at == null || at.isAfter(moment.story()) ? null : at;
    }

    private static void goesOn(
            Case told,
            Moment moment,
            List<Step> history,
            @Nullable Instant paid,
            boolean isDeed,
            WorkingDays calendar) {
        var last = history.getLast();
        var mustPay = told.fee() != null && last.status().equals(APPROVED);
        if (mustPay && paid == null) {
            lapse(told.fee(), moment, history);
            return;
        }
        if (mustPay && paid != null) {
            history.add(new Step(PAID, paid, new Holder("DMX", null, null), List.of()));
        }
        var from = history.getLast().at();
        for (var later : told.afterPayment()) {
            var day = later.day() == null ? calendar.after(Baku.day(from), later.workingDays()) : later.day();
            var at = Baku.at(day, later.hour(), 0);
            var isNext = later.status().compareTo(history.getLast().status()) > 0;
            if (isNext && !at.isAfter(isDeed ? moment.now() : moment.story())) {
                history.add(new Step(later.status(), at, CasePlanner.holder(later.status()), List.of()));
            }
        }
    }

    private static void lapse(Case.@Nullable Fee fee, Moment moment, List<Step> history) {
        if (fee != null && fee.dueBy() != null && moment.day().isAfter(fee.dueBy())) {
            var at = Baku.at(fee.dueBy().plusDays(1), 0, 5);
            history.add(new Step(CANCELLED, at, new Holder("NONE", null, null), List.of()));
        }
    }

    /** The status it has now. */
    public Step now() {
        return history.getLast();
    }

    /** What has been given out. */
    public List<Case.Issue> issued() {
        return of.issued().stream()
                .filter(issue -> issue.status().isEmpty() || has(issue.status()))
                .toList();
    }

    /** {@code DUE}, {@code PAID} or {@code LAPSED}; empty while nothing is to be paid. */
    public Optional<String> feeState() {
        if (of.fee() == null || paidAt == null && !has(APPROVED)) {
            return Optional.empty();
        }
        return Optional.of(paidAt != null ? "PAID" : now().status().equals(CANCELLED) ? "LAPSED" : "DUE");
    }

    /** Whether it has been in that status. */
    public boolean has(String status) {
        return history.stream().anyMatch(step -> step.status().equals(status));
    }
}
