package dev.qapi.gateway.notices;

import dev.qapi.gateway.dispatch.CountedCarrier;
import dev.qapi.gateway.dispatch.Dispatch;
import dev.qapi.gateway.dispatch.Rounds;
import dev.qapi.gateway.events.EventLog;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.util.retry.Retry;

/** Has notices sent if there is a way to send them, and forgets addresses that nobody has confirmed. */
@Component
class NoticeRuns implements SmartLifecycle {

    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private final Dispatch<StoredNotice> dispatch;
    private final NoticeStore store;
    private final NoticeMails mails;
    private final Clock clock;
    private volatile Disposable running = Disposables.disposed();

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
    public void start() {
        var forgetting = Flux.interval(Duration.ofHours(1))
                .onBackpressureDrop()
                .concatMap(_ -> store.forget(clock.instant().minus(FORGOTTEN)).onErrorComplete(), 1)
                .subscribe();
        var indexing =
                store.index().retryWhen(Retry.fixedDelay(Long.MAX_VALUE, PAUSE)).subscribe();
        var sending = mails.areOffered() ? dispatch.start() : Disposables.disposed();
        running = Disposables.composite(forgetting, indexing, sending);
    }

    @Override
    public void stop() {
        running.dispose();
    }

    @Override
    public boolean isRunning() {
        return !running.isDisposed();
    }
}
