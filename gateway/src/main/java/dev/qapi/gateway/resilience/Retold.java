package dev.qapi.gateway.resilience;

import dev.qapi.eservice.Answer;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Counts a kept answer that is told without a look at what is kept. */
@Component
public class Retold {

    private final CallMeters meters;
    private final Clock clock;

    Retold(CallMeters meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
    }

    /** How old it is by now, for each register that it is from. */
    public void count(Answer<?> answer) {
        var now = clock.instant();
        for (var source : answer.sources()) {
            meters.kept(source.register(), answer.freshness(), Duration.between(source.fetchedAt(), now));
        }
    }
}
