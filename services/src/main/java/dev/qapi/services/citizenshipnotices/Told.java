package dev.qapi.services.citizenshipnotices;

import dev.qapi.eservice.Attached;
import dev.qapi.eservice.Filed.State;
import dev.qapi.eservice.Receipt;
import dev.qapi.identifier.Citizenship;
import dev.qapi.identifier.RegisterNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A notice, for who has given it.
 *
 * @param history the oldest first
 * @param acquired the day on which the other citizenship was acquired
 * @param term absent if the law of that day is not on file
 * @param number the service's own; there once it has the notice
 * @param refusal there if the register does not take it
 */
record Told(
        Receipt receipt,
        Coded<State> state,
        List<Step> history,
        Citizenship citizenship,
        LocalDate acquired,
        Coded<Residence> residence,
        Coded<Addressee> addressee,
        @Nullable Limit term,
        @Nullable List<File> files,
        @Nullable RegisterNumber number,
        @Nullable Coded<Refusal> refusal) {

    record Coded<E extends Enum<E>>(E code, String text) {}

    record Step(State code, String text, Instant at) {}

    record File(Attached.Type type, int size, String hash) {}

    /**
     * By when it had to be given.
     *
     * @param deadline the last day, to its end in Baku
     * @param late judged by the receipt, whenever the register gets it
     */
    record Limit(LocalDate deadline, boolean late, String clause) {}

    /** The register's words for it are not told. */
    enum Refusal {
        NOT_TAKEN
    }
}
