package dev.qapi.identifier;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.qapi.identifier.Malformed.Rule;

/** VÖEN, the tax number of whoever does business: ten digits, the last one 1 for a legal entity and 2 for an individual. */
public final class TaxNumber extends Identifier {

    private TaxNumber(String value) {
        super(value);
    }

    /** @throws Malformed if it is not of that shape, spaces and dashes left out */
    @JsonCreator
    public static TaxNumber of(String typed) {
        var code = Normal.code(typed, Rule.TAX_NUMBER).replace("-", "");
        if (!code.matches("[0-9]{9}[12]")) {
            throw new Malformed(Rule.TAX_NUMBER);
        }
        return new TaxNumber(code);
    }

    /** Whether it belongs to a firm and not to somebody in business for themselves. */
    public boolean isOfLegalEntity() {
        return reveal().endsWith("1");
    }
}
