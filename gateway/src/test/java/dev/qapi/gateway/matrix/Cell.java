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
        if (!allWays && (operation.isBridged() || !fault.isWide())) {
            return Set.of(answered);
        }
        return switch (fault.kind()) {
            case OK -> Set.of(answered);
            case FL ->
                standsInByParts()
                        ? EnumSet.of(answered, Outcome.STALE, Outcome.PARTIAL)
                        : isPartOf()
                                ? EnumSet.of(answered, instead(), Outcome.PARTIAL)
                                : EnumSet.of(answered, instead());
            case P -> standsInByParts() ? EnumSet.of(Outcome.STALE, Outcome.PARTIAL) : Set.of(instead());
            default -> Set.of(instead());
        };
    }

    /** Whether what stands in depends on whether the source that fails holds anything: that it does not is never told from memory. */
    private boolean standsInByParts() {
        return state == State.STALE && operation.policy() == PolicyLine.OWN_DATA;
    }

    private Outcome instead() {
        var instead = operation.policy().instead(state, fault);
        var isChecked = operation.policy().checksLive() && instead != Outcome.UNAVAILABLE;
        return hears() || isChecked && fault.fault() != Fault.F38 ? Outcome.PARTIAL : instead;
    }

    /** Whether a source that knows something speaks while another one is silent, and nothing stands in for that. */
    private boolean hears() {
        return operation.policy().tellsParts()
                && isPartOf()
                && (fault.fault() == Fault.F38
                        || fault.isWide() && operation.asked().contains(Register.GPP));
    }

    private boolean isPartOf() {
        var policy = operation.policy();
        var isKnown = state != State.NEGATIVE || policy.tellsWhoIsUnknown();
        return policy.checksLive() && isKnown
                || policy.tellsParts() && isKnown && policy.instead(state, fault) == Outcome.UNAVAILABLE;
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
