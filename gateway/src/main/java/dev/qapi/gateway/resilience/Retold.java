package dev.qapi.gateway.resilience;

import dev.qapi.eservice.Answer;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Counts a kept answer that is told without a look at what is kept. */
@Component
public class Retold {

    private final CallMeters meters;
    private final Counter retold;
    private final Clock clock;

    Retold(CallMeters meters, MeterRegistry registry, Clock clock) {
        this.meters = meters;
        this.retold = registry.counter("qapi.answers.retold");
        this.clock = clock;
    }

    /** How old it is by now, for each register that it is from. */
    public void count(Answer<?> answer) {
        retold.increment();
        var now = clock.instant();
        for (var source : answer.sources()) {
            meters.kept(source.register(), answer.freshness(), Duration.between(source.fetchedAt(), now));
        }
    }
}
