package dev.qapi.services.payments;

import dev.qapi.eservice.Evidence.Match;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What both registers' replies have in common: a list that may be empty. */
interface Listed {

    List<?> list();

    /** Whoever is not known has nothing listed; a known person may have nothing either. */
    static void check(Match outcome, List<?> list) {
        if (outcome != Match.MATCHED && !list.isEmpty()) {
            throw new IllegalArgumentException("outcome and list do not fit");
        }
    }

    /** "Nothing" is believed of a reply that we understand to the last field: what we do not know may be a charge. */
    static boolean isWhole(List<?> list, @Nullable Map<String, Object> unread) {
        return !list.isEmpty() || unread == null || unread.isEmpty();
    }
}
