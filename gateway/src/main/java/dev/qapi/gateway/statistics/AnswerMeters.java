package dev.qapi.gateway.statistics;

import dev.qapi.eservice.Answer;
import dev.qapi.eservice.Attempt;
import dev.qapi.eservice.EServices;
import dev.qapi.eservice.Edit;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** What people feel: how questions and filings end, and after how long. All ways in which they may end begin together. */
@Component
class AnswerMeters {

    private static final Duration[] STEPS = {
        Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(5)
    };
    private static final Set<Class<?>> FILES = Set.of(Attempt.class, Edit.class);

    /** Of an answer, from the best to none. */
    enum Quality {
        FRESH,
        CACHED,
        STALE,
        PARTIAL,
        NONE;

        /** "Nobody like that" is never a kept answer. */
        static Quality of(boolean answered, @Nullable Answer<?> answer) {
            if (!answered) {
                return NONE;
            }
            return answer == null ? FRESH : valueOf(answer.freshness().name());
        }
    }

    /** What a route does for people. */
    record Kind(String eservice, String act) {

        /** Empty if it belongs to no e-service. */
        static Optional<Kind> of(HandlerMethod route) {
            return EServices.id(route.getBeanType()).map(id -> new Kind(id, act(route)));
        }

        private static String act(HandlerMethod route) {
            return Arrays.stream(route.getMethod().getParameterTypes()).anyMatch(FILES::contains) ? "FILING" : "LOOKUP";
        }
    }

    private final Map<Kind, Map<Quality, Timer>> timers = new ConcurrentHashMap<>();
    private final MeterRegistry meters;

    AnswerMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    void told(Kind kind, Quality quality, long begun) {
        var took = System.nanoTime() - begun;
        Objects.requireNonNull(timers.computeIfAbsent(kind, this::begin).get(quality))
                .record(took, TimeUnit.NANOSECONDS);
    }

    private Map<Quality, Timer> begin(Kind kind) {
        return Arrays.stream(Quality.values())
                .collect(Collectors.toMap(
                        Function.identity(),
                        quality -> Timer.builder("qapi.answers")
                                .tags("eservice", kind.eservice(), "act", kind.act(), "quality", quality.name())
                                .serviceLevelObjectives(STEPS)
                                .register(meters),
                        (one, _) -> one,
                        () -> new EnumMap<>(Quality.class)));
    }
}
