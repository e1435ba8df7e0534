package dev.qapi.identifier;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.qapi.identifier.Malformed.Rule;

/** Number of a decision on an application, as a person types it: {@code MOM0101377}, {@code İQ-2026-04417}. */
public final class DecisionNumber extends Identifier {

    private DecisionNumber(String value) {
        super(value);
    }

    /** @throws Malformed if it is not 6 to 20 letters and digits, dashes left out */
    @JsonCreator
    public static DecisionNumber of(String typed) {
        return new DecisionNumber(Normal.paper(typed, Rule.DECISION_NUMBER));
    }

    /** Whether it is the number that a register writes so. */
    public boolean names(RegisterNumber written) {
        return Normal.isPaper(reveal(), written.reveal());
    }
}
