package dev.qapi.mock.population;

import dev.qapi.eservice.Manat;
import dev.qapi.identifier.ApplicationNumber;
import dev.qapi.identifier.RegisterNumber;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A state fee or a fine.
 *
 * @param code of the fee's application or the fine's clause
 * @param clause the law in words
 * @param paymentNumber absent while the register has not given it out
 * @param state given only where it does not follow from dates and payments: {@code LAPSED}
 * @param paidOn when the person paid by themselves
 * @param barsEntry whether entry is barred until it is paid (Migration Code 16.1.8)
 */
public record Charge(
        String kind,
        String code,
        String clause,
        Manat amount,
        @Nullable RegisterNumber paymentNumber,
        @Nullable RegisterNumber protocolNumber,
        @Nullable ApplicationNumber applicationNumber,
        LocalDate decidedOn,
        LocalDate dueBy,
        @Nullable String state,
        @Nullable LocalDate paidOn,
        boolean barsEntry) {

    /** A fee. */
    public static final String FEE = "FEE";

    /** A fine. */
    public static final String FINE = "FINE";

    /** Whether it has been paid by the end of that day without anybody in the sandbox doing it. */
    private boolean isPaidOn(LocalDate day) {
        return "PAID".equals(state) || paidOn != null && !paidOn.isAfter(day);
    }

    /**
     * The same as told on a day: with its state, and without a payment that is still to come.
     *
     * @param paidInSandbox when somebody in the sandbox paid it, null if nobody has
     */
    public Charge told(LocalDate day, @Nullable LocalDate paidInSandbox) {
        var paid = paidInSandbox != null || isPaidOn(day);
        var now = paid ? "PAID" : "LAPSED".equals(state) || kind.equals(FEE) && day.isAfter(dueBy) ? "LAPSED" : "DUE";
        return new Charge(
                kind,
                code,
                clause,
                amount,
                paymentNumber,
                protocolNumber,
                applicationNumber,
                decidedOn,
                dueBy,
                now,
                paidInSandbox != null ? paidInSandbox : paid ? paidOn : null,
                barsEntry);
    }
}
