package dev.qapi.services.evidence;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.qapi.identifier.Malformed;

/** The person's consent to the question: {@code true}, for without it there is no question. */
enum Consent {
    GIVEN;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Consent of(boolean given) {
        if (!given) {
            throw new Malformed(Malformed.Rule.CONSENT);
        }
        return GIVEN;
    }

    @JsonValue
    boolean isGiven() {
        return true;
    }
}
