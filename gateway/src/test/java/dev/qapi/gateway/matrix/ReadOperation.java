package dev.qapi.gateway.matrix;

import static dev.qapi.eservice.Register.ENFORCEMENT;
import static dev.qapi.eservice.Register.IAMAS;
import static dev.qapi.eservice.Register.VMMS;

import dev.qapi.eservice.Register;
import dev.qapi.mock.population.Person;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A read operation: one line of this table brings it into every cell of the matrix.
 *
 * @param id the contract and its operation
 * @param path below {@code /api/v1/}
 * @param policy how its answers may be told when registers fail
 * @param unknown what somebody is told whom no register knows
 * @param asked the registers without which there is no answer
 * @param known of whom they hold something
 * @param question about somebody
 */
record ReadOperation(
        String id,
        String path,
        PolicyLine policy,
        Outcome unknown,
        List<Register> asked,
        Predicate<Person> known,
        Function<Identity, String> question) {

    static final List<ReadOperation> ALL = List.of(
            new ReadOperation(
                    "applications/track",
                    "applications/track",
                    PolicyLine.TRACKING,
                    Outcome.NOT_FOUND,
                    List.of(VMMS),
                    Population::hasApplied,
                    Identity::alone),
            new ReadOperation(
                    "restrictions/check",
                    "restrictions/check",
                    PolicyLine.RESTRICTION,
                    Outcome.OK_FRESH,
                    List.of(IAMAS, ENFORCEMENT),
                    _ -> true,
                    Identity::alone));

    /** Those that the second exchange layer leads to as well. */
    private static final Set<Register> BRIDGED = Set.of(VMMS, IAMAS, Register.AVIS, Register.VVADQ, Register.VISA);

    boolean isBridged() {
        return BRIDGED.containsAll(asked);
    }

    static boolean isBridged(Register register) {
        return BRIDGED.contains(register);
    }

    @Override
    public String toString() {
        return id;
    }
}
