package dev.qapi.gateway.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/** The real clock, which a test may put forward. */
public final class MovableClock extends Clock {

    private final Clock real = Clock.system(ZoneId.of("Asia/Baku"));
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    public void goOn(Duration time) {
        ahead.updateAndGet(now -> now.plus(time));
    }

    public void beRight() {
        ahead.set(Duration.ZERO);
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead.get());
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return real.withZone(zone);
    }
}
