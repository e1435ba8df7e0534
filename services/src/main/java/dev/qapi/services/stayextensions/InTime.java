package dev.qapi.services.stayextensions;

import dev.qapi.eservice.Failure.NotFound;
import dev.qapi.eservice.Finding;
import dev.qapi.eservice.Missing;
import dev.qapi.identifier.Citizenship;
import dev.qapi.law.Deadlines;
import dev.qapi.law.Duty;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether an extension is asked for early enough, as far as that is known: a register that is silent stops nobody.
 *
 * @param found what VMMS said
 * @param ends the last day of the stay
 * @param fileBy the last day on which an extension can be asked for
 */
record InTime(
        Finding<Stay.Reply> found,
        Verdict verdict,
        @Nullable LocalDate ends,
        @Nullable LocalDate fileBy,
        @Nullable String clause) {

    enum Verdict {
        IN_TIME,
        TOO_LATE,
        /** No registration is in force that says when the stay ends. */
        NO_END_KNOWN,
        NOT_CHECKED
    }

    static InTime of(Finding<Stay.Reply> found, Deadlines deadlines, Citizenship whose, LocalDate day) {
        return found.data()
                .flatMap(Stay.Reply::ends)
                .map(ends -> of(found, ends, deadlines, whose, day))
                .orElseGet(() -> new InTime(
                        found, isSilent(found) ? Verdict.NOT_CHECKED : Verdict.NO_END_KNOWN, null, null, null));
    }

    private static boolean isSilent(Finding<Stay.Reply> found) {
        return found.failure().filter(why -> !(why instanceof NotFound)).isPresent();
    }

    /** Whether VMMS knows nobody like that. */
    boolean isAboutNobody() {
        return found.failure().filter(NotFound.class::isInstance).isPresent();
    }

    List<Missing> missing() {
        return found.failure().stream()
                .filter(why -> !(why instanceof NotFound))
                .map(why -> Missing.because(why, "/data/inTime/stayEndsOn"))
                .toList();
    }

    private static InTime of(
            Finding<Stay.Reply> found, LocalDate ends, Deadlines deadlines, Citizenship whose, LocalDate day) {
        var due = deadlines.of(Duty.EXTEND_STAY, whose, ends);
        var last = Objects.requireNonNull(due.day());
        var verdict = day.isAfter(last) ? Verdict.TOO_LATE : Verdict.IN_TIME;
        return new InTime(found, verdict, ends, last, due.clause());
    }
}
