package dev.qapi.services.status;

import dev.qapi.eservice.Outage;
import dev.qapi.eservice.Register;
import dev.qapi.eservice.Statistics;
import dev.qapi.eservice.Statistics.Serving;
import dev.qapi.eservice.Vital;
import dev.qapi.eservice.Vital.State;
import dev.qapi.eservice.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How every e-service, register and exchange layer does.
 *
 * @param outages when nothing could be filed because of ourselves, the newest first; absent if nobody could look
 */
record Health(
        List<Service> eservices,
        List<Part> registers,
        List<Part> layers,
        @Nullable List<Outage> outages) {

    static Health of(Statistics statistics, @Nullable List<Outage> outages, Words words) {
        var registers = statistics.registers();
        return new Health(
                statistics.eservices().stream()
                        .map(serving -> Service.of(serving, registers, words))
                        .toList(),
                registers.stream().map(vital -> Part.of(vital, words)).toList(),
                statistics.layers().stream().map(vital -> Part.of(vital, words)).toList(),
                outages);
    }

    record Coded<C extends Enum<C>>(C code, String text) {
        static <C extends Enum<C>> Coded<C> of(C code, Words words) {
            return new Coded<>(code, words.of(code));
        }
    }

    record Service(String id, Coded<State> state, Set<Register> asks) {

        static Service of(Serving serving, List<Vital> registers, Words words) {
            var states = registers.stream()
                    .filter(vital -> serving.asks().contains(vital.of()))
                    .map(Vital::state)
                    .toList();
            return new Service(serving.eservice(), Coded.of(together(states), words), serving.asks());
        }

        /** Down only if nobody is left to ask; what asks nobody answers always. */
        private static State together(List<State> states) {
            var worst = states.stream().max(Comparator.naturalOrder()).orElse(State.UP);
            return worst == State.DOWN && states.stream().anyMatch(state -> state != State.DOWN)
                    ? State.UNSTEADY
                    : worst;
        }
    }

    record Part(
            Coded<Register> register,
            Coded<State> state,
            @Nullable Instant since,
            @Nullable Instant lastSuccess,
            Availability availability) {

        static Part of(Vital vital, Words words) {
            return new Part(
                    Coded.of(vital.of(), words),
                    Coded.of(vital.state(), words),
                    vital.since(),
                    vital.lastSuccess(),
                    Availability.of(vital));
        }
    }

    /** @param percent of {@code asked} in {@code days}, rounded down; absent if nobody asked */
    record Availability(
            int days, long asked, long answered, @Nullable BigDecimal percent) {

        private static final int DAYS = 30;

        static Availability of(Vital vital) {
            return new Availability(
                    DAYS,
                    vital.asked(),
                    vital.answered(),
                    vital.asked() == 0
                            ? null
                            : BigDecimal.valueOf(vital.answered())
                                    .movePointRight(2)
                                    .divide(BigDecimal.valueOf(vital.asked()), 2, RoundingMode.DOWN));
        }
    }
}
