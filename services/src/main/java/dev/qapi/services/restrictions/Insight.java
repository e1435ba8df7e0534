package dev.qapi.services.restrictions;

import dev.qapi.eservice.Failure.NotFound;
import dev.qapi.eservice.Finding;
import dev.qapi.eservice.Missing;
import dev.qapi.eservice.Register;
import dev.qapi.eservice.Truth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the third factor opens. Nothing that it does not open depends on it, so that a wrong one is answered like none.
 *
 * @param charges what the person owes, absent without a third factor
 * @param cases the person's applications, absent unless one was named
 */
record Insight(
        RestrictionInquiry inquiry,
        @Nullable Finding<Vmms.Charges> charges,
        @Nullable Finding<Vmms.Cases> cases) {

    /** Whether the cause of {@code bar} may be told: the protocol opens its own, a case of the person's opens all. */
    Truth opens(Bar bar) {
        var protocol = inquiry.protocolNumber();
        if (charges == null || protocol != null && !isOf(bar)) {
            return Truth.FALSE;
        }
        return cases == null ? Truth.TRUE : confirmed(cases);
    }

    /** Whether a third factor was given and opens none of them for sure: it may have been guessed. */
    boolean isWrong(Stream<Bar> bars) {
        return inquiry.hasThirdFactor() && bars.allMatch(bar -> opens(bar) == Truth.FALSE);
    }

    private boolean isOf(Bar bar) {
        var protocol = inquiry.protocolNumber();
        return protocol != null && bar.protocolNumber() != null && protocol.names(bar.protocolNumber());
    }

    /** Whoever has no application has not the one that was named. */
    private Truth confirmed(Finding<Vmms.Cases> cases) {
        return cases.failure().filter(NotFound.class::isInstance).isPresent()
                ? Truth.FALSE
                : cases.says(found -> found.confirm(inquiry));
    }

    /** The charge that {@code bar} follows from, as far as VMMS tells. */
    Optional<Vmms.Charge> charge(Bar bar) {
        return Optional.ofNullable(charges)
                .flatMap(Finding::data)
                .flatMap(found -> found.charges().stream()
                        .filter(charge -> charge.protocolNumber() != null)
                        .filter(charge -> Objects.equals(charge.protocolNumber(), bar.protocolNumber()))
                        .findFirst());
    }

    /** What is not told of {@code bar} because VMMS does not tell it, never because a number was wrong. */
    List<Missing> missing(Bar bar, String place) {
        return switch (opens(bar)) {
            case FALSE -> List.of();
            case TRUE ->
                bar.protocolNumber() == null || charge(bar).isPresent()
                        ? List.of()
                        : List.of(without(place + "/charge"));
            case UNKNOWN ->
                Optional.ofNullable(cases)
                        .flatMap(Finding::failure)
                        .map(failure -> Stream.of("/cause", "/charge")
                                .map(part -> Missing.because(failure, place + part))
                                .toList())
                        .orElse(List.of());
        };
    }

    /** An outage, or a fine of İAMAS that VMMS does not know of. */
    private Missing without(String place) {
        return Optional.ofNullable(charges)
                .flatMap(Finding::failure)
                .map(failure -> Missing.because(failure, place))
                .orElseGet(() -> new Missing(place, Register.VMMS.family() + "003", 0));
    }

    List<Finding<?>> sources() {
        return charges == null ? List.of() : List.of(charges);
    }
}
