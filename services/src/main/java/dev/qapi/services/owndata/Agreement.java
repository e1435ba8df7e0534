package dev.qapi.services.owndata;

import dev.qapi.eservice.Failure;
import dev.qapi.eservice.Finding;
import dev.qapi.eservice.Register;
import dev.qapi.eservice.Words;
import dev.qapi.services.owndata.Fields.Value;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether a register writes a field as it is right, to the letter.
 *
 * @param asOf by the register's own clock; absent if it could not be reached
 */
record Agreement(
        Coded<Register> register,
        Coded<Verdict> verdict,
        @Nullable Instant asOf) {

    enum Verdict {
        AGREES,
        DIFFERS,
        /** It has answered, and does not write that field of this person. */
        NOT_HELD,
        NOT_REACHABLE
    }

    static Agreement of(Register register, Finding<? extends Reply> found, Correction wanted, Words words) {
        return switch (found) {
            case Finding.Said<? extends Reply> said ->
                new Agreement(
                        Coded.of(register, words),
                        Coded.of(compare(said.answer().data(), wanted, words), words),
                        said.answer().asOf());
            case Finding.Silent<? extends Reply> silent ->
                new Agreement(
                        Coded.of(register, words),
                        Coded.of(
                                silent.why() instanceof Failure.NotFound ? Verdict.NOT_HELD : Verdict.NOT_REACHABLE,
                                words),
                        null);
        };
    }

    boolean is(Verdict other) {
        return verdict.code() == other;
    }

    private static Verdict compare(Reply reply, Correction wanted, Words words) {
        var right = new Value(wanted.value().reveal());
        var written = reply.records().stream()
                .map(entry -> Fields.of(entry, words).get(wanted.field().name))
                .filter(Objects::nonNull)
                .toList();
        if (written.isEmpty()) {
            return Verdict.NOT_HELD;
        }
        return written.stream().allMatch(right::equals) ? Verdict.AGREES : Verdict.DIFFERS;
    }
}
