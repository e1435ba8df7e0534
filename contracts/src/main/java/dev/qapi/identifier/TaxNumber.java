package dev.qapi.identifier;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.qapi.identifier.Malformed.Rule;
import java.util.regex.Pattern;

/** VÖEN, the tax number: ten digits, of which the last is 1 for a legal entity and 2 for an individual. */
public final class TaxNumber extends Identifier {

    private static final Pattern WRITTEN = Pattern.compile("[0-9]{9}[12]");

    private TaxNumber(String value) {
        super(value);
    }

    /** @throws Malformed if it is anything else */
    @JsonCreator
    public static TaxNumber of(String written) {
        if (!WRITTEN.matcher(written).matches()) {
            throw new Malformed(Rule.TAX_NUMBER);
        }
        return new TaxNumber(written);
    }
}
