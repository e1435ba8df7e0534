package dev.qapi.identifier;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.qapi.identifier.Malformed.Rule;

/** Where somebody gets e-mail. What it may be is what HTML takes for {@code type=email}, so no line break gets into a message's head. */
public final class EmailAddress extends Identifier {

    private static final int LONGEST = 254;
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final String SHAPE = "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@" + LABEL + "(?:\\." + LABEL + ")+";

    private EmailAddress(String value) {
        super(value);
    }

    /** @throws Malformed if it is none, or longer than 254 characters */
    @JsonCreator
    public static EmailAddress of(String typed) {
        var address = typed.strip();
        if (address.length() > LONGEST || !address.matches(SHAPE)) {
            throw new Malformed(Rule.EMAIL_ADDRESS);
        }
        return new EmailAddress(address);
    }
}
