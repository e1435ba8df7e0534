package dev.qapi.services.restrictions;

import org.jspecify.annotations.Nullable;

/** What ends a restriction. */
enum Remedy {
    /** The person can end it, but is not told from what here. */
    ASK_HOW,
    PAY_FINE,
    /** The fine is paid; the border's own system has yet to hear of it. */
    WAIT_FOR_LIFTING,
    PAY_DEBT,
    /** Nothing that the person could do alone. */
    NOTHING;

    static Remedy of(Bar bar, Vmms.@Nullable Charge charge) {
        if (!bar.curable()) {
            return NOTHING;
        }
        return switch (bar.ground()) {
            case UNPAID_FINE -> charge == null ? PAY_FINE : of(charge);
            case COURT_DEBT, ALIMONY -> PAY_DEBT;
            case REMOVAL, COURT, SECURITY -> ASK_HOW;
        };
    }

    private static Remedy of(Vmms.Charge charge) {
        return switch (charge.state()) {
            case DUE -> PAY_FINE;
            case PAID -> WAIT_FOR_LIFTING;
            case LAPSED -> ASK_HOW;
        };
    }
}
