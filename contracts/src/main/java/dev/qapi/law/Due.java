package dev.qapi.law;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A duty as the rule in force says it.
 *
 * @param clause where the law says so
 * @param inForceSince the first day of the rule
 * @param term how long one has
 * @param day the last day, to its end in Baku; missing if it is not known on which day the term began
 * @param isProvisional whether a holiday that is not proclaimed yet may still move it
 */
public record Due(
        Duty duty,
        String clause,
        LocalDate inForceSince,
        Term term,
        @Nullable LocalDate day,
        boolean isProvisional) {}
