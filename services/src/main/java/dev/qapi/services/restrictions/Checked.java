package dev.qapi.services.restrictions;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.qapi.eservice.Guess;
import dev.qapi.eservice.Manat;
import dev.qapi.eservice.NeedsScope;
import dev.qapi.eservice.Words;
import dev.qapi.identifier.RegisterNumber;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a person is told: the verdict, and only if it is "restricted" what restricts them. */
record Checked(
        Verdict verdict,
        String text,
        @Nullable List<Restriction> restrictions,
        @JsonIgnore boolean missed) implements Guess {

    static Checked of(Verdict verdict, Words words) {
        return new Checked(verdict, words.of(verdict), null, verdict == Verdict.NOT_MATCHED);
    }

    static Checked restricted(List<Restriction> restrictions, boolean guessed, Words words) {
        return new Checked(Verdict.RESTRICTED, words.of(Verdict.RESTRICTED), restrictions, guessed);
    }

    /**
     * @param cause only for whoever knows more than what is on a passport
     * @param charge that has to be paid, likewise
     */
    record Restriction(
            Coded<Bar.Direction> direction,
            boolean curable,
            String authority,
            Coded<Remedy> remedy,
            @NeedsScope("restrictions.causes") @Nullable Cause cause,
            @NeedsScope("restrictions.causes") @Nullable Charge charge) {

        static Restriction bare(Bar bar, Words words) {
            return told(bar, bar.curable() ? Remedy.ASK_HOW : Remedy.NOTHING, null, null, words);
        }

        static Restriction explained(Bar bar, Vmms.@Nullable Charge charge, Words words) {
            return told(
                    bar,
                    Remedy.of(bar, charge),
                    Cause.of(bar, words),
                    charge == null ? null : Charge.of(charge, words),
                    words);
        }

        private static Restriction told(
                Bar bar, Remedy remedy, @Nullable Cause cause, @Nullable Charge charge, Words words) {
            return new Restriction(
                    Coded.of(bar.direction(), words),
                    bar.curable(),
                    bar.authority(),
                    Coded.of(remedy, words),
                    cause,
                    charge);
        }
    }

    record Cause(
            Coded<Bar.Ground> ground,
            LocalDate since,
            @Nullable LocalDate until,
            @Nullable Debt debt) {

        static Cause of(Bar bar, Words words) {
            var debt = bar.debt();
            return new Cause(
                    Coded.of(bar.ground(), words),
                    bar.since(),
                    bar.until(),
                    debt == null ? null : new Debt(debt.caseNumber(), debt.amount(), "AZN"));
        }
    }

    record Debt(RegisterNumber caseNumber, Manat amount, String currency) {}

    record Charge(
            String clause,
            Manat amount,
            String currency,
            @Nullable RegisterNumber paymentNumber,
            LocalDate dueBy,
            Coded<Vmms.ChargeState> state) {

        static Charge of(Vmms.Charge charge, Words words) {
            return new Charge(
                    charge.clause(),
                    charge.amount(),
                    "AZN",
                    charge.paymentNumber(),
                    charge.dueBy(),
                    Coded.of(charge.state(), words));
        }
    }

    record Coded<C extends Enum<C>>(C code, String text) {
        static <C extends Enum<C>> Coded<C> of(C code, Words words) {
            return new Coded<>(code, words.of(code));
        }
    }

    enum Verdict {
        NO_RESTRICTION,
        RESTRICTED,
        NOT_MATCHED
    }
}
