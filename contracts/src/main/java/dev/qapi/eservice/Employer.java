package dev.qapi.eservice;

import dev.qapi.identifier.Identifier;
import dev.qapi.identifier.TaxNumber;
import java.util.List;

/** For which company somebody is logged in: a parameter of a route that is for employers, never read from what they send. */
public record Employer(TaxNumber taxNumber) {

    /** Whom an answer to this employer is about. */
    public List<Identifier> subject() {
        return List.of(taxNumber);
    }
}
