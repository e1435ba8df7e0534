package dev.qapi.eservice;

import dev.qapi.identifier.FilingNumber;
import dev.qapi.identifier.Identifier;
import java.util.List;

/**
 * What a register is given, in every attempt the same.
 *
 * @param reference the register's {@code clientReference}: what it has under it already, it does not do again
 * @param payload what was filed
 */
public record Delivery<I extends Inquiry>(FilingNumber reference, I payload) implements Inquiry {

    @Override
    public List<Identifier> subject() {
        return payload.subject();
    }
}
