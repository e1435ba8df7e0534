package dev.qapi.identifier;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.qapi.identifier.Malformed.Rule;

/** Number of the protocol by which a fine was imposed, as a person types it: {@code PR-2026-004417}. */
public final class ProtocolNumber extends Identifier {

    private ProtocolNumber(String value) {
        super(value);
    }

    /** @throws Malformed if it is not 6 to 20 letters and digits, dashes left out */
    @JsonCreator
    public static ProtocolNumber of(String typed) {
        return new ProtocolNumber(Normal.paper(typed, Rule.PROTOCOL_NUMBER));
    }

    /** Whether it is the number that a register writes so. */
    public boolean names(RegisterNumber written) {
        return Normal.isPaper(reveal(), written.reveal());
    }
}
