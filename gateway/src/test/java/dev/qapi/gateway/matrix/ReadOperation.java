package dev.qapi.gateway.matrix;

import static dev.qapi.eservice.Register.ENFORCEMENT;
import static dev.qapi.eservice.Register.GPP;
import static dev.qapi.eservice.Register.IAMAS;
import static dev.qapi.eservice.Register.VMMS;

import dev.qapi.eservice.Register;
import dev.qapi.gateway.matrix.Subjects.People;
import dev.qapi.gateway.matrix.Subjects.Years;
import java.util.List;
import java.util.Set;

/**
 * A read operation: one line of this table brings it into every cell of the matrix.
 *
 * @param method of HTTP
 * @param id its path below {@code /api/v1/}
 * @param policy how its answers may be told when registers fail
 * @param unknown what somebody is told whom no register knows
 * @param asked the registers without which there is no answer
 * @param subjects whom or what it is asked about
 */
record ReadOperation(
        String method, String id, PolicyLine policy, Outcome unknown, List<Register> asked, Subjects subjects) {

    static final List<ReadOperation> ALL = List.of(
            new ReadOperation(
                    "POST",
                    "applications/track",
                    PolicyLine.TRACKING,
                    Outcome.NOT_FOUND,
                    List.of(VMMS),
                    new People(Population::hasApplied)),
            new ReadOperation(
                    "POST",
                    "restrictions/check",
                    PolicyLine.RESTRICTION,
                    Outcome.OK_FRESH,
                    List.of(IAMAS, ENFORCEMENT),
                    new People(person -> !Population.isBarred(person) && !Population.owes(person))),
            new ReadOperation(
                    "POST",
                    "stay-registrations/check",
                    PolicyLine.REGISTRATIONS,
                    Outcome.NOT_FOUND,
                    List.of(VMMS),
                    new People(Population::isRegistered)),
            new ReadOperation(
                    "POST",
                    "payments/search",
                    PolicyLine.CHARGES,
                    Outcome.NOT_FOUND,
                    List.of(VMMS, GPP),
                    new People(Population::hasBeenCharged)),
            new ReadOperation(
                    "GET",
                    "quota/summary",
                    PolicyLine.QUOTA,
                    Outcome.NOT_FOUND,
                    List.of(VMMS),
                    Years.of(2025, 2027, 2028, 2029, 2030, 2031)));

    /** Those that the second exchange layer leads to as well. */
    private static final Set<Register> BRIDGED = Set.of(VMMS, IAMAS, Register.AVIS, Register.VVADQ, Register.VISA);

    /** One of whose registers no other exchange layer leads to. */
    static final ReadOperation ONLY_BY_EHIS =
            ALL.stream().filter(it -> !it.isBridged()).findFirst().orElseThrow();

    /** Whether every register it asks can be had without the first exchange layer. */
    boolean isBridged() {
        return asked.stream().allMatch(register -> register == GPP || BRIDGED.contains(register));
    }

    /** Whether so few questions can be asked that cells have to share them. */
    boolean isShared() {
        return subjects.many() < Integer.MAX_VALUE;
    }

    static boolean isBridged(Register register) {
        return BRIDGED.contains(register);
    }

    @Override
    public String toString() {
        return id;
    }
}
