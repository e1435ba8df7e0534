package dev.qapi.services.stayextensions;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.qapi.eservice.Attached;
import dev.qapi.eservice.Filed.State;
import dev.qapi.eservice.Guess;
import dev.qapi.eservice.Manat;
import dev.qapi.eservice.NeedsScope;
import dev.qapi.eservice.Receipt;
import dev.qapi.identifier.ApplicationNumber;
import dev.qapi.identifier.RegisterNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An extension that was asked for, for whom it is about.
 *
 * @param history of the filing, the oldest first
 * @param fee expected by the law of the day of filing until the register says what is due; absent if the birth date leaves open which
 * @param inTime whether it was early enough; there when it is filed
 * @param application there once VMMS has it and says where it has got to
 * @param refusal there if VMMS does not take it
 * @param decision there once it is issued
 * @param missed whether VMMS, asked when the stay ends, knows nobody like that: who files learns that, and so who guesses
 */
record Told(
        Receipt receipt,
        Coded<State> state,
        List<Step> history,
        int days,
        Coded<Speed> speed,
        Coded<Ground> ground,
        @Nullable List<File> files,
        @Nullable Fee fee,
        @Nullable Early inTime,
        @Nullable Application application,
        @Nullable Coded<Refusal> refusal,
        @Nullable Decision decision,
        @JsonIgnore boolean missed)
        implements Guess {

    record Coded<E extends Enum<E>>(E code, String text) {}

    record Step(State code, String text, Instant at) {}

    record File(Attached.Type type, int size, String hash) {}

    record Fee(
            Manat amount,
            String currency,
            @NeedsScope("stay-extensions.numbers") @Nullable RegisterNumber paymentNumber,
            @Nullable LocalDate dueBy,
            FeeState code,
            String text,
            String clause) {}

    enum FeeState {
        /** Once it is approved. */
        EXPECTED,
        DUE,
        PAID,
        LAPSED
    }

    record Early(
            InTime.Verdict code,
            String text,
            @Nullable LocalDate stayEndsOn,
            @Nullable LocalDate fileBy,
            @Nullable String clause) {}

    /** @param status absent while VMMS does not say where it has got to */
    record Application(
            ApplicationNumber number,
            LocalDate decisionDueBy,
            @Nullable Status status,
            @Nullable Holder holder) {}

    record Status(StatusCode code, String text, LocalDate since) {}

    record Holder(
            Turn code,
            String text,
            @Nullable LocalDate until,
            @Nullable Integer workingDaysLeft,
            @Nullable Boolean overdue) {}

    /** Whose turn it is. */
    enum Turn {
        APPLICANT,
        MIGRATION_SERVICE,
        OTHER_BODY,
        NOBODY
    }

    /** The register's words for it are not told. */
    enum Refusal {
        NOT_TAKEN
    }

    record Decision(RegisterNumber number, LocalDate until) {}
}
