package dev.qapi.services.payments;

import org.jspecify.annotations.Nullable;

/** What paying changes beside the debt. */
enum Effect {
    /** Migration Code 16.1.8. */
    LIFTS_ENTRY_BAR,
    /** Unpaid in time, the permit is cancelled. */
    KEEPS_PERMIT;

    static @Nullable Effect of(Vmms.Charge charge, ChargeState state) {
        if (state != ChargeState.DUE) {
            return null;
        }
        return charge.barsEntry() ? LIFTS_ENTRY_BAR : charge.code().isPermit() ? KEEPS_PERMIT : null;
    }
}
