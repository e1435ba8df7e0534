package dev.qapi.gateway.notices;

import dev.qapi.eservice.Event;
import dev.qapi.gateway.dispatch.Carrier;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeoutException;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Sends word of an event to an address. */
@Component
class NoticeCarrier implements Carrier<StoredNotice> {

    private final NoticeMails mails;
    private final NoticeNames names;
    private final Duration patience;

    NoticeCarrier(NoticeMails mails, NoticeNames names, NoticesProperties properties) {
        this.mails = mails;
        this.names = names;
        this.patience = properties.lease().dividedBy(2);
    }

    @Override
    public Mono<Outcome> carry(StoredNotice to, Event event) {
        return Mono.defer(() -> mails.news(names.address(to), event, to.language(), names.ending(to)))
                .timeout(patience)
                .thenReturn(Outcome.TAKEN)
                .onErrorReturn(
                        error -> error instanceof MailException || error instanceof TimeoutException,
                        Outcome.NOT_TAKEN);
    }

    /** Its owner sees it on the page: there is no other way to them. */
    @Override
    public Mono<Void> givenUp(StoredNotice to, Instant failing) {
        return Mono.empty();
    }
}
