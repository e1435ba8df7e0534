package dev.qapi.mock.faults;

import org.jspecify.annotations.Nullable;

/**
 * A fault in one of its ways.
 *
 * @param variant empty if there is only one; of {@link Fault#F38} the fault with which the source fails, as in {@code F14:null}
 */
public record Choice(Fault fault, String variant) {

    private static final String WITHOUT_A_WORD = "F20:500";

    /**
     * @param variant null for the first
     * @throws BadInjection if there is no such variant
     */
    static Choice of(Fault fault, @Nullable String variant) {
        if (fault != Fault.F38) {
            return new Choice(fault, fault.variant(variant));
        }
        var inner = parse(variant == null || variant.isEmpty() ? WITHOUT_A_WORD : variant);
        if (inner.fault == Fault.F38 || inner.fault.level().isOfSystemsOnly()) {
            throw new BadInjection("variant", "A single source cannot fail with " + inner + ".");
        }
        return new Choice(fault, inner.toString());
    }

    /** Reads {@code F14} or {@code F14:null}. */
    static Choice parse(String text) {
        var parts = text.split(":", 2);
        return of(Fault.of(parts[0]), parts.length > 1 ? parts[1] : null);
    }

    /** The fault that is seen. */
    Choice played() {
        return fault == Fault.F38 ? parse(variant) : this;
    }

    @Override
    public String toString() {
        return variant.isEmpty() ? fault.name() : fault.name() + ':' + variant;
    }
}
