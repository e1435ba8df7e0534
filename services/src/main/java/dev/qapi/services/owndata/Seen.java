package dev.qapi.services.owndata;

import dev.qapi.eservice.Accesses.Access;
import dev.qapi.eservice.Accesses.Page;
import dev.qapi.eservice.Words;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who has looked at the person.
 *
 * @param restrictionsAsked how often somebody else has asked whether they may enter or leave
 * @param accesses newest first
 * @param next where the next page begins; absent if there is none
 */
record Seen(
        Asked restrictionsAsked,
        List<Look> accesses,
        @Nullable Cursor next) {

    /** @param times in the last {@code days} */
    record Asked(int days, long times) {}

    record Look(
            Instant at,
            Coded<Onlooker> who,
            @Nullable String portal,
            @Nullable String purpose,
            @Nullable String caseReference,
            Coded<Subject> what,
            Coded<Outcome> outcome) {

        static Look of(Access access, Words words) {
            return new Look(
                    access.mark().at(),
                    Coded.of(Onlooker.of(access), words),
                    access.client(),
                    access.purpose(),
                    access.caseRef(),
                    Coded.of(Subject.of(access.eservice()), words),
                    Coded.of(Outcome.of(access), words));
        }
    }

    static Seen of(Page page, Asked restrictionsAsked, Words words) {
        var looks = page.accesses();
        return new Seen(
                restrictionsAsked,
                looks.stream().map(access -> Look.of(access, words)).toList(),
                page.more() ? new Cursor(looks.getLast().mark()) : null);
    }
}
