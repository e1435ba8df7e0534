package dev.qapi.identifier;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.qapi.identifier.Malformed.Rule;

/** The code by which a charge is paid, as a person types it off a bill: {@code 8262 8810 4467}. */
public final class PaymentNumber extends Identifier {

    private PaymentNumber(String value) {
        super(value);
    }

    /** @throws Malformed if it is not 8 to 20 letters and digits, dashes left out */
    @JsonCreator
    public static PaymentNumber of(String typed) {
        var code = Normal.code(typed, Rule.PAYMENT_NUMBER).replace("-", "");
        if (!Normal.isPlain(code, 8, 20)) {
            throw new Malformed(Rule.PAYMENT_NUMBER);
        }
        return new PaymentNumber(code);
    }
}
