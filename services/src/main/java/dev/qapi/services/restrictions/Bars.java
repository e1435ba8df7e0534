package dev.qapi.services.restrictions;

import dev.qapi.eservice.Evidence.Match;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A register's reply that may hold restrictions. */
interface Bars {

    List<Bar> bars();

    default boolean restricts() {
        return !bars().isEmpty();
    }

    /** Whoever is not known has no restrictions listed; a known person may have none. */
    static void check(Match outcome, List<?> restrictions) {
        if (outcome != Match.MATCHED && !restrictions.isEmpty()) {
            throw new IllegalArgumentException("outcome and restrictions do not fit");
        }
    }

    /** "None" is believed of a reply that we understand to the last field: what we do not know may be a restriction. */
    static boolean isWhole(List<?> restrictions, @Nullable Map<String, Object> unread) {
        return !restrictions.isEmpty() || unread == null || unread.isEmpty();
    }
}
