package dev.qapi.services.restrictions;

import dev.qapi.eservice.Manat;
import dev.qapi.identifier.RegisterNumber;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One restriction, whichever register holds it.
 *
 * @param curable whether the person can end it by an act of their own
 * @param authority whom to ask
 * @param protocolNumber of the fine that it follows from
 * @param debt that it follows from
 */
record Bar(
        Direction direction,
        boolean curable,
        String authority,
        Ground ground,
        LocalDate since,
        @Nullable LocalDate until,
        @Nullable RegisterNumber protocolNumber,
        @Nullable Debt debt) {

    record Debt(RegisterNumber caseNumber, Manat amount) {}

    enum Direction {
        ENTRY,
        EXIT
    }

    enum Ground {
        UNPAID_FINE,
        REMOVAL,
        COURT,
        SECURITY,
        COURT_DEBT,
        ALIMONY
    }
}
