package dev.qapi.services.quota;

import dev.qapi.eservice.Words;
import dev.qapi.services.quota.Amount.Outlook;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An {@link Amount} in words. */
record Told(
        int approved,
        int used,
        int pending,
        int free,
        Coded<Outlook> outlook,
        @Nullable LocalDate runsOutOn) {

    static Told of(Amount amount, Words words) {
        return new Told(
                amount.approved(),
                amount.used(),
                amount.pending(),
                amount.free(),
                Coded.of(amount.outlook(), words),
                amount.runsOutOn());
    }
}
