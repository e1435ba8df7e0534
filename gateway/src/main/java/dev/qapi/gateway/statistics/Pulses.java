package dev.qapi.gateway.statistics;

import dev.qapi.eservice.Register;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** One for each register or layer. */
final class Pulses {

    private final Map<Register, Pulse> all = new EnumMap<>(Register.class);

    Pulses() {
        for (var register : Register.values()) {
            all.put(register, new Pulse());
        }
    }

    Pulse of(Register register) {
        return Objects.requireNonNull(all.get(register));
    }

    /** When each was last well; whoever never was is left out. */
    Map<Register, Instant> successes(Instant now) {
        var successes = new EnumMap<Register, Instant>(Register.class);
        all.forEach((of, pulse) -> {
            var last = pulse.read(now).lastSuccess();
            if (last != null) {
                successes.put(of, last);
            }
        });
        return successes;
    }
}
