package dev.qapi.gateway.matrix;

import dev.qapi.mock.faults.Fault;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A fault in one of its variants.
 *
 * @param variant empty if there is only one
 */
record FaultCase(Fault fault, String variant) {

    /** Those that are met before anything is known of a call: they hit a whole exchange layer. */
    private static final Set<Fault> WIDE =
            Set.of(Fault.F01, Fault.F02, Fault.F06, Fault.F30, Fault.F31, Fault.F32, Fault.F33, Fault.F35, Fault.F37);
    /** Those of the way that a call may ask for, too. */
    private static final Set<Fault> CONNECTING = Set.of(Fault.F01, Fault.F02, Fault.F06);

    static List<FaultCase> all() {
        return Stream.of(Fault.values()).flatMap(FaultCase::of).toList();
    }

    private static Stream<FaultCase> of(Fault fault) {
        return fault.variants().isEmpty()
                ? Stream.of(new FaultCase(fault, ""))
                : fault.variants().stream().map(variant -> new FaultCase(fault, variant));
    }

    FaultClass kind() {
        return FaultClass.of(fault, variant);
    }

    boolean isWide() {
        return WIDE.contains(fault);
    }

    /** Whether a single call can ask for it. */
    boolean isOfCalls() {
        return !isWide() || CONNECTING.contains(fault);
    }

    /** Whether the way fails and the register has said nothing, so that another way may lead to an answer. */
    boolean isOfWay() {
        return kind() == FaultClass.T
                || kind() == FaultClass.X
                || kind() == FaultClass.RC
                || fault == Fault.F23
                || fault == Fault.F34;
    }

    /** Whether somebody may be between us and the register, so that an event is raised. */
    boolean isAttack() {
        return kind() == FaultClass.X || fault == Fault.F18;
    }

    /** Seconds that the caller is asked to wait at least and at most. */
    List<Integer> retryAfter() {
        var told = fault == Fault.F21 || fault == Fault.F22 ? variant : "";
        return switch (told) {
            case "seconds" -> List.of(2, 2);
            case "date" -> List.of(1, 5);
            case "huge" -> List.of(60, 60);
            default -> List.of(5, 5);
        };
    }

    @Override
    public String toString() {
        return variant.isEmpty() ? fault.name() : fault + ":" + variant;
    }
}
