package dev.qapi.services.applications;

import dev.qapi.eservice.Answer;
import dev.qapi.eservice.Filed;
import dev.qapi.eservice.Subscription;
import dev.qapi.identifier.ApplicationNumber;
import dev.qapi.identifier.FilingNumber;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A subscription to an application.
 *
 * @param number the one in the events of it
 * @param seenAt when VMMS last told where it is; absent as long as it has not, and then nobody knows yet whether there is such a one
 */
record Subscribed(
        FilingNumber number,
        ApplicationNumber applicationNumber,
        Instant since,
        Instant until,
        @Nullable Instant seenAt) {

    record All(List<Subscribed> subscriptions) {}

    static Subscribed of(Subscription<CaseInquiry> it) {
        return new Subscribed(it.number(), it.sought().applicationNumber(), it.since(), it.until(), it.seen());
    }

    static Answer<All> all(List<Subscription<CaseInquiry>> all, Instant now) {
        return Filed.answer(new All(all.stream().map(Subscribed::of).toList()), now);
    }
}
