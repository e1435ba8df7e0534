package dev.qapi.services.applications;

import java.util.Optional;

/** What the applicant can do now. */
enum Remedy {
    HAND_IN,
    PAY,
    /** Approved, but the number to pay with is not there yet. */
    AWAIT_NUMBER,
    /** The fee was not paid in time: paying it no longer helps. */
    APPLY_ANEW;

    static Optional<Remedy> of(Vmms.Application application) {
        return Optional.ofNullable(
                switch (application.status().code()) {
                    case INCOMPLETE -> HAND_IN;
                    case APPROVED_AWAITING_FEE ->
                        application.fee() != null && application.fee().paymentNumber() != null ? PAY : AWAIT_NUMBER;
                    case CANCELLED_FEE_UNPAID -> APPLY_ANEW;
                    default -> null;
                });
    }
}
