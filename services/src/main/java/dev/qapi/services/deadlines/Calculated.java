package dev.qapi.services.deadlines;

import dev.qapi.eservice.Calendar;
import dev.qapi.eservice.Words;
import dev.qapi.law.Deadlines;
import dev.qapi.law.Due;
import dev.qapi.law.Duty;
import dev.qapi.law.Term;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every duty that follows, the earliest first.
 *
 * @param notReckoned duties whose rule of that day is not on file: something was due, but not known by when
 */
record Calculated(List<Deadline> deadlines, List<Coded<Duty>> notReckoned) {

    static Calculated of(DeadlineInquiry told, Deadlines law, LocalDate today, Words words) {
        var occasions = Occasion.in(told).toList();
        return new Calculated(
                occasions.stream()
                        .map(it -> due(it, told, law))
                        .flatMap(Optional::stream)
                        .map(due -> Deadline.of(due, law, today, words))
                        .sorted(Comparator.comparing(Deadline::dueBy))
                        .toList(),
                occasions.stream()
                        .filter(it -> due(it, told, law).isEmpty())
                        .map(it -> Coded.of(it.duty(), words))
                        .toList());
    }

    private static Optional<Due> due(Occasion occasion, DeadlineInquiry told, Deadlines law) {
        return law.find(occasion.duty(), told.citizenship(), Objects.requireNonNull(occasion.event()));
    }

    /** What is still to be done, each duty by the day on which its last day falls. */
    List<Calendar.Entry> entries() {
        return deadlines.stream()
                .filter(it -> !it.passed())
                .map(Deadline::entry)
                .toList();
    }

    boolean isProvisional() {
        return !notReckoned.isEmpty() || deadlines.stream().anyMatch(Deadline::provisional);
    }

    record Coded<C extends Enum<C>>(C code, String text) {
        static <C extends Enum<C>> Coded<C> of(C code, Words words) {
            return new Coded<>(code, words.of(code));
        }
    }

    record Deadline(
            Coded<Duty> duty,
            Coded<Actor> who,
            LocalDate dueBy,
            @Nullable Integer workingDaysLeft,
            boolean passed,
            Term term,
            String clause,
            LocalDate inForceSince,
            boolean provisional) {

        Calendar.Entry entry() {
            var uid = duty.code().name().toLowerCase(Locale.ROOT).replace('_', '-') + '-' + dueBy;
            return new Calendar.Entry(uid, dueBy, duty.text(), who.text() + '\n' + clause);
        }

        static Deadline of(Due due, Deadlines law, LocalDate today, Words words) {
            var day = Objects.requireNonNull(due.day());
            var left = law.workingDaysLeft(due, today);
            return new Deadline(
                    Coded.of(due.duty(), words),
                    Coded.of(Actor.of(due.duty()), words),
                    day,
                    left.isPresent() ? left.getAsInt() : null,
                    day.isBefore(today),
                    due.term(),
                    due.clause(),
                    due.inForceSince(),
                    due.isProvisional());
        }
    }
}
