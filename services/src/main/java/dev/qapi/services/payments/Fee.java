package dev.qapi.services.payments;

import dev.qapi.eservice.Manat;
import dev.qapi.eservice.Words;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a service costs, and by which version of the law.
 *
 * @param amount absent if the law has none for what was asked
 * @param version absent for a day before the first version that we know
 */
record Fee(
        Outcome outcome,
        String text,
        @Nullable Manat amount,
        @Nullable String currency,
        @Nullable String clause,
        @Nullable String version,
        @Nullable LocalDate inForceFrom) {

    static Fee of(Tariffs.Version version, @Nullable Manat amount, Words words) {
        var outcome = amount == null ? Outcome.NO_TARIFF : amount.amount().signum() == 0 ? Outcome.FREE : Outcome.FEE;
        return new Fee(
                outcome,
                words.of(outcome),
                amount,
                amount == null ? null : "AZN",
                version.clause(),
                version.version(),
                version.inForceFrom());
    }

    static Fee beforeAnyVersion(Words words) {
        return new Fee(Outcome.DAY_UNKNOWN, words.of(Outcome.DAY_UNKNOWN), null, null, null, null, null);
    }

    enum Outcome {
        FEE,
        FREE,
        /** Not with this length, speed or age. */
        NO_TARIFF,
        DAY_UNKNOWN
    }
}
