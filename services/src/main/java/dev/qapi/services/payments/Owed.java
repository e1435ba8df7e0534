package dev.qapi.services.payments;

import dev.qapi.eservice.Manat;
import dev.qapi.eservice.NeedsScope;
import dev.qapi.eservice.Words;
import dev.qapi.identifier.ApplicationNumber;
import dev.qapi.identifier.RegisterNumber;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is told: whether there is something to pay, how much in all, and each charge. */
record Owed(Verdict verdict, String text, Manat totalDue, String currency, List<Charge> charges) {

    private static final ZoneId BAKU = ZoneId.of("Asia/Baku");

    /** @param certain whether "nothing to pay" may be concluded from it */
    static Owed of(List<Charge> charges, boolean certain, Words words) {
        var due = charges.stream()
                .filter(charge -> charge.state().code() == ChargeState.DUE)
                .map(charge -> charge.amount().amount())
                .reduce(new BigDecimal("0.00"), BigDecimal::add);
        var verdict = due.signum() > 0
                ? Verdict.TO_PAY
                : !certain ? Verdict.NOT_CERTAIN : charges.isEmpty() ? Verdict.NO_CHARGES : Verdict.NOTHING_TO_PAY;
        return new Owed(verdict, words.of(verdict), new Manat(due), "AZN", charges);
    }

    /**
     * @param barsEntry whether it bars entry now; absent if the migration service did not say
     * @param effect what paying changes
     */
    record Charge(
            @Nullable Coded<Kind> kind,
            @Nullable Coded<Purpose> purpose,
            String clause,
            Manat amount,
            String currency,
            @Nullable LocalDate decidedOn,
            LocalDate dueBy,
            Coded<ChargeState> state,
            @Nullable LocalDate paidOn,
            @NeedsScope("payments.numbers") @Nullable RegisterNumber paymentNumber,
            @NeedsScope("payments.numbers") @Nullable RegisterNumber protocolNumber,
            @NeedsScope("payments.numbers") @Nullable ApplicationNumber applicationNumber,
            boolean payable,
            Coded<Payability> payability,
            @Nullable Boolean barsEntry,
            @Nullable Coded<Effect> effect) {

        /** @param whole whether to tell the numbers that lead to the person too */
        static Charge of(Pair pair, Payability payability, boolean whole, Words words) {
            var charge = pair.charge();
            var bill = pair.bill();
            var pay = payability == Payability.PAYABLE;
            var told = Coded.of(payability, words);
            if (charge == null) {
                var only = Objects.requireNonNull(bill);
                var state = ChargeState.of(pair);
                return new Charge(
                        null,
                        null,
                        only.purpose(),
                        only.amount(),
                        "AZN",
                        null,
                        only.dueBy(),
                        Coded.of(state, words),
                        paidOn(bill),
                        only.paymentNumber(),
                        null,
                        null,
                        pay,
                        told,
                        null,
                        null);
            }
            var state = ChargeState.of(pair);
            var effect = Effect.of(charge, state);
            return new Charge(
                    Coded.of(charge.kind(), words),
                    Coded.of(charge.code(), words),
                    charge.clause(),
                    charge.amount(),
                    "AZN",
                    charge.decidedOn(),
                    charge.dueBy(),
                    Coded.of(state, words),
                    charge.paidOn() == null ? paidOn(bill) : charge.paidOn(),
                    charge.paymentNumber(),
                    whole ? charge.protocolNumber() : null,
                    whole ? charge.applicationNumber() : null,
                    pay,
                    told,
                    charge.barsEntry() && state == ChargeState.DUE,
                    effect == null ? null : Coded.of(effect, words));
        }

        private static @Nullable LocalDate paidOn(Gpp.@Nullable Bill bill) {
            return bill == null || bill.paidAt() == null
                    ? null
                    : bill.paidAt().atZone(BAKU).toLocalDate();
        }
    }

    record Coded<C extends Enum<C>>(C code, String text) {
        static <C extends Enum<C>> Coded<C> of(C code, Words words) {
            return new Coded<>(code, words.of(code));
        }
    }

    enum Verdict {
        /** Both registers have just said so. */
        NO_CHARGES,
        NOTHING_TO_PAY,
        TO_PAY,
        /** What is known is paid or lapsed, but there may be more. */
        NOT_CERTAIN
    }
}
