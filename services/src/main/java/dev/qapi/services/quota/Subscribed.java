package dev.qapi.services.quota;

import dev.qapi.eservice.Answer;
import dev.qapi.eservice.Filed;
import dev.qapi.eservice.Subscription;
import dev.qapi.identifier.FilingNumber;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A subscription to a company's own quota.
 *
 * @param number the one in the events of it
 * @param seenAt when VMMS last told how much is used; absent as long as it has not
 */
record Subscribed(
        FilingNumber number,
        Instant since,
        Instant until,
        @Nullable Instant seenAt) {

    /** One, or none. */
    record All(List<Subscribed> subscriptions) {}

    static Answer<All> all(List<Subscription<OwnQuota>> all, Instant now) {
        return Filed.answer(new All(all.stream().map(Subscribed::of).toList()), now);
    }

    private static Subscribed of(Subscription<OwnQuota> it) {
        return new Subscribed(it.number(), it.since(), it.until(), it.seen());
    }
}
