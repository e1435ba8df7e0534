package dev.qapi.gateway.notices;

import dev.qapi.gateway.background.Background;
import dev.qapi.gateway.dispatch.CountedCarrier;
import dev.qapi.gateway.dispatch.Dispatch;
import dev.qapi.gateway.dispatch.Rounds;
import dev.qapi.gateway.events.EventLog;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;

/** Has notices sent if there is a way to send them, and forgets addresses that nobody has confirmed. */
@Component
class NoticeRuns extends Background {

    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private final Dispatch<StoredNotice> dispatch;
    private final NoticeStore store;
    private final NoticeMails mails;
    private final Clock clock;

    NoticeRuns(
            EventLog events,
            NoticeStore store,
            NoticeCarrier carrier,
            NoticeMails mails,
            NoticesProperties properties,
            MeterRegistry meters,
            Clock clock) {
        var pace = properties.pace();
        var rounds = new Rounds<>(store.all(), StoredNotice::of, pace, clock);
        this.dispatch = new Dispatch<>(events, rounds, new CountedCarrier<>("mail", carrier, meters), pace, clock);
        this.store = store;
        this.mails = mails;
        this.clock = clock;
    }

    @Override
    protected Disposable begin() {
        return Disposables.composite(
                untilDone(store.index()),
                every(Duration.ofHours(1), () -> store.forget(clock.instant().minus(FORGOTTEN))),
                mails.areOffered() ? dispatch.start() : Disposables.disposed());
    }
}
