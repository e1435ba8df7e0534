package dev.qapi.services.letters;

import dev.qapi.eservice.Filed.State;
import dev.qapi.eservice.Receipt;
import dev.qapi.identifier.RegisterNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One letter, for its sender.
 *
 * @param channel over which it came
 * @param history the oldest first
 * @param dueBy the last day for the answer, counted from the receipt whatever the register says
 * @param registration there once the register has it
 * @param refusal there if the register does not take it
 * @param repetition there if the law lets the service leave it unconsidered
 */
record Told(
        Receipt receipt,
        Coded<Topic> topic,
        Coded<Channel> channel,
        Coded<State> state,
        List<Step> history,
        LocalDate dueBy,
        String clause,
        int workingDaysLeft,
        boolean overdue,
        @Nullable Registered registration,
        @Nullable Coded<Refusal> refusal,
        @Nullable Repetition repetition) {

    record Coded<E extends Enum<E>>(E code, String text) {}

    record Step(State code, String text, Instant at) {}

    /**
     * What the register knows of it.
     *
     * @param number the one under which it is answered, however many ways it was sent
     * @param duplicateOf the same, if it is that of an earlier letter of the same sender that says the same
     * @param standing missing while the register gives no answer
     */
    record Registered(
            RegisterNumber number,
            String executor,
            @Nullable RegisterNumber duplicateOf,
            @Nullable Coded<Standing> standing,
            @Nullable String answer) {}

    /** The register's words for it are not told. */
    enum Refusal {
        NOT_TAKEN
    }

    /** @param times how often the sender has written the same in a year, this letter included */
    record Repetition(int times, Considered code, String text) {}

    /** Whether a letter has to be considered. */
    enum Considered {
        NOT_CONSIDERED
    }
}
