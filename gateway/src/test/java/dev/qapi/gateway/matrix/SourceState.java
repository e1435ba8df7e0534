package dev.qapi.gateway.matrix;

import dev.qapi.mock.faults.Fault;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one of several sources does.
 *
 * @param fault null if it says what it holds
 * @param restricts whether it holds a restriction, which a fault may hide
 */
record SourceState(@Nullable FaultCase fault, boolean restricts) {

    static final String RESTRICTED = "RESTRICTED";
    static final String NONE = "NO_RESTRICTION";
    static final String UNKNOWN = "UNKNOWN";

    /** Both truths, and every fault of a call, which hides either. */
    static List<SourceState> all(Random chance) {
        var faults = FaultCase.all().stream()
                .filter(it -> it.isOfCalls() && it.fault() != Fault.F38)
                .map(it -> new SourceState(it, chance.nextBoolean()));
        return Stream.concat(Stream.of(new SourceState(null, true), new SourceState(null, false)), faults)
                .toList();
    }

    /** How it may turn out. */
    Set<String> says() {
        var truth = restricts ? RESTRICTED : NONE;
        if (fault == null) {
            return Set.of(truth);
        }
        return switch (fault.kind()) {
            case OK -> Set.of(truth);
            case FL -> Set.of(truth, UNKNOWN);
            default -> Set.of(UNKNOWN);
        };
    }

    Stream<String> header(String register) {
        return fault == null ? Stream.empty() : Stream.of(fault + "@" + register);
    }

    /** The class of the fault. */
    String kind() {
        return fault == null ? "-" : fault.kind().name();
    }

    @Override
    public String toString() {
        var truth = restricts ? RESTRICTED : NONE;
        return fault == null ? truth : fault + " hiding " + truth;
    }
}
