package dev.qapi.gateway.matrix;

import static dev.qapi.gateway.matrix.Outcome.OK_CACHED;
import static dev.qapi.gateway.matrix.Outcome.OK_FRESH;

import dev.qapi.eservice.Register;
import dev.qapi.mock.faults.Fault;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One cell of the matrix.
 *
 * @param allWays whether every way to the register fails, or the first one only
 */
record Cell(ReadOperation operation, FaultCase fault, State state, boolean allWays) {

    /** By the policy's word. */
    Set<Outcome> expected() {
        var answered = state == State.FRESH && operation.policy().keeps()
                ? OK_CACHED
                : state == State.NEGATIVE ? operation.unknown() : OK_FRESH;
        var instead = hears() ? Outcome.PARTIAL : operation.policy().instead(state, fault);
        if (!allWays && (operation.isBridged() || !fault.isWide())) {
            return Set.of(answered);
        }
        return switch (fault.kind()) {
            case OK -> Set.of(answered);
            case FL -> isPartOf() ? EnumSet.of(answered, instead, Outcome.PARTIAL) : EnumSet.of(answered, instead);
            default -> Set.of(instead);
        };
    }

    /** Whether a source that knows something speaks while another one is silent, and nothing stands in for that. */
    private boolean hears() {
        return isPartOf()
                && (fault.fault() == Fault.F38
                        || fault.isWide() && operation.asked().contains(Register.GPP));
    }

    private boolean isPartOf() {
        return operation.policy().tellsParts()
                && state != State.NEGATIVE
                && operation.policy().instead(state, fault) == Outcome.UNAVAILABLE;
    }

    /** Whether the register is asked although it fails: an attack on it is noticed then. */
    boolean isNoticed() {
        return fault.isAttack() && !expected().equals(Set.of(OK_CACHED));
    }

    /** The header with which a call asks for the fault. */
    String header() {
        var registers = fault.fault() == Fault.F38
                ? operation.asked().stream().limit(1)
                : operation.asked().stream().filter(register -> allWays || ReadOperation.isBridged(register));
        return registers
                .map(register -> fault + "@" + register + (allWays ? "" : "/EHIS"))
                .collect(Collectors.joining(","));
    }

    @Override
    public String toString() {
        return fault + " x " + operation + " x " + state + (allWays ? "" : " (EHIS only)");
    }
}
