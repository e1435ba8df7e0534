package dev.qapi.gateway.filing;

import dev.qapi.gateway.filing.Backlog.Report;
import dev.qapi.gateway.filing.Desk.Outcome;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How much is on its way, for how long, and how deliveries end. What all gateways have together each of them tells. */
@Component
class FilingMeters {

    private static final Duration[] STEPS = {
        Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofHours(1), Duration.ofDays(1)
    };

    private final MeterRegistry meters;
    private final Clock clock;
    private volatile @Nullable Report report;

    FilingMeters(MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
        gauge("qapi.filing.waiting", Report::accepted);
        gauge("qapi.filing.in.doubt", Report::inDoubt);
        gauge("qapi.filing.attention", Report::needsAttention);
        gauge("qapi.filing.oldest.seconds", Report::oldestSeconds);
    }

    /** Not a number while the store does not say: what was so before proves nothing. */
    private void gauge(String name, ToLongFunction<Report> part) {
        Gauge.builder(name, this, its -> {
                    var told = its.report;
                    return told == null ? Double.NaN : part.applyAsLong(told);
                })
                .register(meters);
    }

    /** Never an error. */
    Mono<Void> tell(Mono<Report> told) {
        return told.doOnNext(it -> report = it)
                .doOnError(_ -> report = null)
                .onErrorComplete()
                .then();
    }

    /** The register's outcomes begin with it. */
    void accepted(String eservice) {
        meters.counter("qapi.filing.accepted", "eservice", eservice).increment();
        handedIn(eservice);
    }

    void count(StoredFiling filing, Outcome outcome) {
        meters.counter(
                        "qapi.filing.deliveries",
                        "eservice",
                        filing.eservice(),
                        "outcome",
                        outcome.getClass().getSimpleName())
                .increment();
        if (!(outcome instanceof Outcome.Unsettled)) {
            handedIn(filing.eservice()).record(Duration.between(filing.filedAt(), clock.instant()));
        }
    }

    /** From the receipt to the register's word. */
    private Timer handedIn(String eservice) {
        return Timer.builder("qapi.filing.handed.in")
                .tag("eservice", eservice)
                .serviceLevelObjectives(STEPS)
                .register(meters);
    }
}
