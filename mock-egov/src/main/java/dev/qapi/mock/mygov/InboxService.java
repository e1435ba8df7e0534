package dev.qapi.mock.mygov;

import dev.qapi.identifier.RegisterNumber;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;

/**
 * What the inbox answers.
 *
 * @param inbox where messages are kept
 * @param known whoever has an account: found even while the inbox is empty
 * @param clock what the inbox takes for now
 */
record InboxService(Inbox inbox, Set<RegisterNumber> known, Clock clock) {

    private static final ZoneId BAKU = ZoneId.of("Asia/Baku");

    /** @param body something that {@link InboxJson} writes */
    record Reply(int status, Object body) {}

    static Reply refusal(int status, String type, String message) {
        return new Reply(status, new InboxJson.Refusal(type, message, ""));
    }

    /** 201 for a new message, 200 for one that came before, 409 where a reference is used for something else. */
    Reply post(InboxJson.Post post) {
        var id = UUID.randomUUID().toString();
        var sent =
                new Message(id, clock.instant(), post.pin(), post.clientReference(), post.title(), post.text(), false);
        var kept = inbox.store(sent);
        if (!kept.saysTheSameAs(sent)) {
            return refusal(409, "Client.Conflict", "This clientReference belongs to another message.");
        }
        return new Reply(kept.id().equals(id) ? 201 : 200, new InboxJson.Receipt(kept.id(), written(kept.at())));
    }

    Reply search(InboxJson.Search search) {
        var messages = inbox.find(search.pin()).stream()
                .map(message -> new InboxJson.Line(
                        message.id(), written(message.at()), message.title(), message.text(), message.read()))
                .toList();
        var outcome = known.contains(search.pin()) || !messages.isEmpty() ? "MATCHED" : "NO_MATCH";
        return new Reply(200, new InboxJson.Found(outcome, written(clock.instant()), true, search, messages));
    }

    private static String written(Instant moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                moment.truncatedTo(ChronoUnit.MILLIS).atZone(BAKU));
    }
}
