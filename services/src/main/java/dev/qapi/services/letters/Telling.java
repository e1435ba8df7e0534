package dev.qapi.services.letters;

import dev.qapi.eservice.Filed;
import dev.qapi.eservice.Words;
import dev.qapi.law.Deadlines;
import dev.qapi.law.Duty;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells a letter in the reader's words, on a certain day. */
record Telling(Deadlines deadlines, LocalDate today, Words words) {

    private static final ZoneId BAKU = ZoneId.of("Asia/Baku");

    static Telling at(Instant now, Deadlines deadlines, Words words) {
        return new Telling(deadlines, LocalDate.ofInstant(now, BAKU), words);
    }

    Told of(Known known) {
        var filed = known.filed();
        var filedOn = LocalDate.ofInstant(filed.receipt().filedAt(), BAKU);
        var due = deadlines.of(Duty.ANSWER_LETTER, filed.payload().citizenship(), filedOn);
        var dueBy = Objects.requireNonNull(due.day());
        return new Told(
                filed.receipt(),
                coded(filed.payload().topic()),
                coded(filed.payload().cameBy()),
                coded(filed.state()),
                filed.history().stream().map(this::step).toList(),
                dueBy,
                due.clause(),
                deadlines.workingDaysLeft(due, today).orElse(0),
                today.isAfter(dueBy),
                registration(known),
                filed.state() == Filed.State.REFUSED ? coded(Told.Refusal.NOT_TAKEN) : null,
                known.tooOften().map(this::repetition).orElse(null));
    }

    private <E extends Enum<E>> Told.Coded<E> coded(E code) {
        return new Told.Coded<>(code, words.of(code));
    }

    private Told.Step step(Filed.Step step) {
        return new Told.Step(step.state(), words.of(step.state()), step.at());
    }

    private Told.Repetition repetition(int times) {
        var code = Told.Considered.NOT_CONSIDERED;
        return new Told.Repetition(times, code, words.of(code));
    }

    private Told.@Nullable Registered registration(Known known) {
        var registered = known.filed().reply();
        if (registered == null) {
            return null;
        }
        var now = known.now();
        return new Told.Registered(
                registered.joined(),
                now.map(Standing.Now::executor).orElse(registered.executor()),
                registered.duplicateOf(),
                now.map(it -> coded(it.state())).orElse(null),
                now.map(Standing.Now::answer).orElse(null));
    }
}
