package dev.qapi.services.owndata;

import dev.qapi.eservice.Attached;
import dev.qapi.eservice.Course;
import dev.qapi.eservice.EventType;
import dev.qapi.eservice.Filed;
import dev.qapi.eservice.Filed.State;
import dev.qapi.eservice.Receipt;
import dev.qapi.eservice.Register;
import dev.qapi.eservice.Words;
import dev.qapi.identifier.FreeText;
import dev.qapi.identifier.RegisterNumber;
import dev.qapi.services.owndata.Agreement.Verdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A correction, for whom it is about.
 *
 * @param owner the register that it goes to
 * @param number that register's own; there once it has it
 * @param registers those that may write the field; absent when it is filed, since none is asked then
 * @param done whether the owner and every other register that writes the field agree; absent as they are
 */
record CorrectionTold(
        Receipt receipt,
        Coded<State> state,
        List<Step> history,
        Coded<PersonalField> field,
        FreeText value,
        @Nullable List<File> files,
        Coded<Register> owner,
        @Nullable RegisterNumber number,
        @Nullable List<Agreement> registers,
        @Nullable Boolean done) {

    record Step(State code, String text, Instant at) {}

    record File(Attached.Type type, int size, String hash) {}

    static CorrectionTold of(Filed<Correction, Noted> filed, @Nullable List<Agreement> registers, Words words) {
        var wanted = filed.payload();
        var reply = filed.reply();
        return new CorrectionTold(
                filed.receipt(),
                Coded.of(filed.state(), words),
                filed.history().stream()
                        .map(it -> new Step(it.state(), words.of(it.state()), it.at()))
                        .toList(),
                Coded.of(wanted.field(), words),
                wanted.value(),
                wanted.files() == null
                        ? null
                        : wanted.files().stream()
                                .map(it -> new File(it.type(), it.size(), it.hash()))
                                .toList(),
                Coded.of(Corrections.OWNER, words),
                reply == null ? null : reply.number(),
                registers,
                registers == null ? null : isDone(wanted.field(), registers));
    }

    /** The search is by birth date too: who finds nobody by the old one may write the person otherwise. */
    static boolean isDone(PersonalField field, List<Agreement> registers) {
        var mayLackIt = field != PersonalField.BIRTH_DATE;
        return isMade(registers)
                && registers.stream().allMatch(it -> it.is(Verdict.AGREES) || mayLackIt && it.is(Verdict.NOT_HELD));
    }

    /** Whether its owner writes it so. */
    private static boolean isMade(List<Agreement> registers) {
        return registers.stream().anyMatch(it -> it.register().code() == Corrections.OWNER && it.is(Verdict.AGREES));
    }

    /** It is told twice: when its owner writes it so, and when all do. */
    static Course course(PersonalField field, List<Agreement> registers) {
        if (isDone(field, registers)) {
            return Course.over("DONE", EventType.STATUS_CHANGED);
        }
        return isMade(registers) ? Course.at("MADE", EventType.STATUS_CHANGED) : new Course(List.of(), null, false);
    }
}
