package dev.qapi.gateway.resilience;

import dev.qapi.eservice.Failure;
import dev.qapi.eservice.Freshness;
import dev.qapi.eservice.Register;
import dev.qapi.gateway.registers.Route;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What is measured of calls, under labels that are known before the first one: a rate does not miss what begins with its series. */
@Component
class CallMeters {

    private static final Duration[] STEPS = {
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(4)
    };

    /** How a call over one way ended. */
    enum Outcome {
        ANSWERED,
        /** The register knows nobody like that, or more than one. */
        NEGATIVE,
        /** It answered, but nothing may be told from it. */
        UNTRUSTED,
        UNAVAILABLE,
        /** The breaker was open or the bulkhead full. */
        HELD_BACK;

        static Outcome of(Register register, Throwable fault) {
            if (Counted.isHeldBack(fault)) {
                return HELD_BACK;
            }
            return switch (Faults.failure(register, fault)) {
                case Failure.NotFound _, Failure.Ambiguous _ -> NEGATIVE;
                case Failure.Untrusted _ -> UNTRUSTED;
                case Failure.Unavailable _, Failure.Undecided _ -> UNAVAILABLE;
            };
        }
    }

    /** Those of one way. */
    record Calls(Register register, Map<Outcome, Counter> ended, Timer answered) {

        void answered(long nanos) {
            count(Outcome.ANSWERED);
            answered.record(nanos, TimeUnit.NANOSECONDS);
        }

        void failed(Throwable fault) {
            count(Outcome.of(register, fault));
        }

        private void count(Outcome outcome) {
            Objects.requireNonNull(ended.get(outcome)).increment();
        }
    }

    private final Map<Route, Calls> ways = new ConcurrentHashMap<>();
    private final MeterRegistry meters;
    private final Counter retold;

    CallMeters(MeterRegistry meters) {
        this.meters = meters;
        this.retold = meters.counter("qapi.answers.retold");
    }

    /** All that may become of a call begins with the first look at its way. */
    Calls of(Route route) {
        return ways.computeIfAbsent(route, this::begin);
    }

    private Calls begin(Route route) {
        var way =
                Tags.of("register", route.register().name(), "via", route.via().name());
        var ended = Arrays.stream(Outcome.values())
                .collect(Collectors.toMap(
                        Function.identity(),
                        outcome -> meters.counter("qapi.register.calls", way.and("outcome", outcome.name())),
                        (one, _) -> one,
                        () -> new EnumMap<>(Outcome.class)));
        var answered = Timer.builder("qapi.register.answers")
                .tags(way)
                .serviceLevelObjectives(STEPS)
                .register(meters);
        return new Calls(route.register(), ended, answered);
    }

    void kept(Register register, Freshness freshness, Duration age) {
        meters.timer("qapi.answers.kept", "register", register.name(), "freshness", freshness.name())
                .record(age.isNegative() ? Duration.ZERO : age);
    }

    void retold() {
        retold.increment();
    }
}
