package dev.qapi.services.applications;

import dev.qapi.eservice.Words;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn it is.
 *
 * @param name of the body or office
 * @param clause the law by which it is their turn, in the register's words
 * @param until the last day of their turn
 * @param workingDaysLeft until the end of that day, today not counted
 * @param overdue whether that day has passed
 */
record HolderNow(
        Holder code,
        String text,
        @Nullable String name,
        @Nullable String clause,
        @Nullable LocalDate until,
        @Nullable Integer workingDaysLeft,
        @Nullable Boolean overdue) {

    static HolderNow from(Vmms.Application a, Today today, Words words) {
        var holder = switch (a.holder()) {
            case APPLICANT -> Holder.APPLICANT;
            case DMX -> Holder.MIGRATION_SERVICE;
            case EXTERNAL -> Holder.OTHER_BODY;
            case NONE -> Holder.NOBODY;
        };
        var until = a.holderUntil();
        return new HolderNow(
                holder,
                words.of(holder),
                a.holderName(),
                a.holderClause(),
                until,
                until == null ? null : today.workingDaysUntil(until),
                until == null ? null : today.isAfter(until));
    }

    enum Holder {
        APPLICANT,
        MIGRATION_SERVICE,
        OTHER_BODY,
        NOBODY
    }
}
