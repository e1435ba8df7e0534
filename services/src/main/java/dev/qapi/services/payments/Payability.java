package dev.qapi.services.payments;

import java.util.Objects;

/** Whether a charge can be paid now, and if not, why not. Two registers that disagree never make something payable. */
enum Payability {
    PAYABLE,
    ALREADY_PAID,
    /** The portal took the money; the migration service has yet to hear of it. */
    PAID_NOT_YET_TOLD,
    LAPSED,
    NO_CODE_YET,
    NO_BILL_YET,
    BILL_EXPIRED,
    AMOUNTS_DIFFER,
    UNKNOWN_TO_MIGRATION_SERVICE,
    /** One of the registers gave no answer. */
    NOT_CONFIRMED,
    /** What is known is from a kept answer. */
    OLD_ANSWER;

    /** @param whole whether both registers have answered */
    static Payability of(Pair pair, boolean whole, boolean stale) {
        var charge = pair.charge();
        var bill = pair.bill();
        if (pair.isPaid()) {
            return charge == null || charge.state() == Vmms.State.PAID ? ALREADY_PAID : PAID_NOT_YET_TOLD;
        }
        if (pair.isLapsed()) {
            return LAPSED;
        }
        if (charge == null) {
            return whole ? UNKNOWN_TO_MIGRATION_SERVICE : NOT_CONFIRMED;
        }
        if (charge.paymentNumber() == null) {
            return NO_CODE_YET;
        }
        if (bill == null) {
            return whole ? NO_BILL_YET : NOT_CONFIRMED;
        }
        if (bill.state() == Gpp.State.EXPIRED) {
            return BILL_EXPIRED;
        }
        if (!Objects.equals(bill.amount(), charge.amount())) {
            return AMOUNTS_DIFFER;
        }
        return stale ? OLD_ANSWER : PAYABLE;
    }
}
