package dev.qapi.services.events;

import dev.qapi.eservice.Answer;
import dev.qapi.eservice.EventId;
import dev.qapi.eservice.Filed;
import dev.qapi.eservice.Inbox;
import dev.qapi.eservice.Words;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of events.
 *
 * @param next where the next page begins; absent if there is none
 */
record Listed(List<Told> events, @Nullable EventId next) {

    static Answer<Listed> answer(Inbox.Page page, Words words, Instant now) {
        var told = page.events().stream().map(event -> Told.of(event, words)).toList();
        return Filed.answer(new Listed(told, page.more() ? told.getLast().id() : null), now);
    }
}
