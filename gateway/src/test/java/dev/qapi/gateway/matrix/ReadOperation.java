package dev.qapi.gateway.matrix;

import static dev.qapi.eservice.Register.AVIS;
import static dev.qapi.eservice.Register.ENFORCEMENT;
import static dev.qapi.eservice.Register.GPP;
import static dev.qapi.eservice.Register.IAMAS;
import static dev.qapi.eservice.Register.VISA;
import static dev.qapi.eservice.Register.VMMS;
import static dev.qapi.eservice.Register.VVADQ;

import dev.qapi.eservice.Register;
import dev.qapi.gateway.matrix.Subjects.Companies;
import dev.qapi.gateway.matrix.Subjects.People;
import dev.qapi.gateway.matrix.Subjects.Years;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A read operation: one line of this table brings it into every cell of the matrix.
 *
 * @param method of HTTP
 * @param id its path below {@code /api/v1/}
 * @param policy how its answers may be told when registers fail
 * @param unknown what somebody is told whom no register knows
 * @param asked the registers without which there is no answer
 * @param subjects whom or what it is asked about
 * @param sent a body, or of a GET the query, with which somebody who is logged in asks about themselves; null if the
 *     subject is what is sent
 */
record ReadOperation(
        String method,
        String id,
        PolicyLine policy,
        Outcome unknown,
        List<Register> asked,
        Subjects subjects,
        @Nullable String sent) {

    static final List<ReadOperation> ALL = List.of(
            open(
                    "applications/track",
                    PolicyLine.TRACKING,
                    Outcome.NOT_FOUND,
                    List.of(VMMS),
                    new People(Population::hasApplied)),
            open(
                    "restrictions/check",
                    PolicyLine.RESTRICTION,
                    Outcome.OK_FRESH,
                    List.of(IAMAS, ENFORCEMENT),
                    new People(Population::isFree)),
            open(
                    "stay-registrations/check",
                    PolicyLine.REGISTRATIONS,
                    Outcome.NOT_FOUND,
                    List.of(VMMS),
                    new People(Population::isRegistered)),
            open(
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
                    Years.of(2025, 2027, 2028, 2029, 2030, 2031),
                    null),
            own(
                    "applications/own",
                    PolicyLine.TRACKING,
                    Outcome.NOT_FOUND,
                    List.of(VMMS),
                    new People(Population::hasApplied)),
            own(
                    "restrictions/own",
                    PolicyLine.RESTRICTION,
                    Outcome.OK_FRESH,
                    List.of(IAMAS, ENFORCEMENT),
                    new People(Population::isFree)),
            own(
                    "stay-registrations/own",
                    PolicyLine.REGISTRATIONS,
                    Outcome.NOT_FOUND,
                    List.of(VMMS),
                    new People(Population::isRegistered)),
            own(
                    "payments/own",
                    PolicyLine.CHARGES,
                    Outcome.NOT_FOUND,
                    List.of(VMMS, GPP),
                    new People(Population::hasBeenCharged)),
            new ReadOperation(
                    "POST",
                    "evidence/fetch",
                    PolicyLine.EVIDENCE,
                    Outcome.OK_FRESH,
                    List.of(IAMAS, AVIS, VVADQ, VISA),
                    new People(Population::isKnown),
                    "{\"purpose\":\"CORRECTION\",\"consent\":true}"),
            new ReadOperation(
                    "GET",
                    "evidence/prefill",
                    PolicyLine.PREFILL,
                    Outcome.OK_FRESH,
                    List.of(IAMAS),
                    new People(Population::isKnown),
                    "?form=letters/own"),
            own(
                    "own-data/fields",
                    PolicyLine.OWN_DATA,
                    Outcome.OK_FRESH,
                    List.of(IAMAS, VMMS, AVIS, VVADQ, VISA),
                    new People(Population::isKnown)),
            new ReadOperation(
                    "GET",
                    "quota/report",
                    PolicyLine.EMPLOYER_QUOTA,
                    Outcome.NOT_FOUND,
                    List.of(VMMS, AVIS),
                    new Companies(),
                    "?year=2025"));

    /** Asked by anybody about whom they name. */
    private static ReadOperation open(
            String id, PolicyLine policy, Outcome unknown, List<Register> asked, Subjects subjects) {
        return new ReadOperation("POST", id, policy, unknown, asked, subjects, null);
    }

    /** Asked by people who are logged in about themselves. */
    private static ReadOperation own(
            String id, PolicyLine policy, Outcome unknown, List<Register> asked, Subjects subjects) {
        return new ReadOperation("GET", id, policy, unknown, asked, subjects, "");
    }

    /** Those that the second exchange layer leads to as well. */
    private static final Set<Register> BRIDGED = Set.of(VMMS, IAMAS, AVIS, VVADQ, VISA);

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
