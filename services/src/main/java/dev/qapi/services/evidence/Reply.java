package dev.qapi.services.evidence;

import dev.qapi.eservice.Evidence;
import dev.qapi.eservice.Words;
import dev.qapi.identifier.BirthDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a register says that it holds. */
interface Reply extends Evidence<Asked> {

    Match outcome();

    Asked.Echo subject();

    /** What there is to tell; empty if the register knows the person and holds nothing. */
    List<?> entries(Words words);

    /** The person as this register writes them, if it does. */
    default @Nullable Name writtenAs() {
        return null;
    }

    @Override
    default Match match() {
        return outcome();
    }

    @Override
    default boolean isAbout(Asked asked) {
        return subject().is(asked);
    }

    /** Registers spell one name in several ways, and err in birth dates; none of them is corrected here. */
    record Name(String surname, String given, BirthDate birthDate) {}

    /** Of whoever is not known nothing is held; a known person may have nothing. */
    static void check(Match outcome, @Nullable Name person, List<?> held) {
        if (outcome != Match.MATCHED && (person != null || !held.isEmpty())) {
            throw new IllegalArgumentException("outcome and entries do not fit");
        }
    }

    /** "Nothing" is believed of a reply that we understand to the last field: what we do not know may be the list. */
    static boolean isWhole(List<?> held, @Nullable Map<String, Object> unread) {
        return !held.isEmpty() || unread == null || unread.isEmpty();
    }
}
