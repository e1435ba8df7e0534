package dev.qapi.gateway.matrix;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** A clock that goes on only when told, for the gateway and the government alike: what is fresh stays so while cells run. */
final class StoppedClock extends Clock {

    /** When cells are asked; what was kept before was kept up to {@link #LONGEST} earlier. */
    static final Instant START = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);

    static final Duration LONGEST = Duration.ofDays(31);

    private volatile Instant now = START;

    void beAt(Instant moment) {
        now = moment;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneId.of("Asia/Baku");
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
