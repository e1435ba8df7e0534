package dev.qapi.gateway.filing;

import dev.qapi.gateway.filing.Desk.Outcome;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** How much is on its way, for how long, and how deliveries end. */
@Component
class FilingMeters {

    private final MeterRegistry meters;
    private final AtomicLong waiting;
    private final AtomicLong attention;
    private final AtomicLong age;

    FilingMeters(MeterRegistry meters) {
        this.meters = meters;
        this.waiting = meters.gauge("qapi.filing.waiting", new AtomicLong());
        this.attention = meters.gauge("qapi.filing.attention", new AtomicLong());
        this.age = meters.gauge("qapi.filing.oldest.seconds", new AtomicLong());
    }

    void tell(Backlog.Report report) {
        waiting.set(report.accepted());
        attention.set(report.needsAttention());
        age.set(report.oldestSeconds());
    }

    void count(String eservice, Outcome outcome) {
        meters.counter(
                        "qapi.filing.deliveries",
                        "eservice",
                        eservice,
                        "outcome",
                        outcome.getClass().getSimpleName())
                .increment();
    }
}
