package dev.qapi.services.notices;

import dev.qapi.eservice.Inquiry;
import dev.qapi.identifier.Identifier;
import java.util.List;

/** The code that was sent to an address. */
record Confirmation(String code) implements Inquiry {

    /** Its digits, however they are grouped. */
    String digits() {
        return code.replaceAll("[\\s-]", "");
    }

    /** Whoever is logged in. */
    @Override
    public List<Identifier> subject() {
        return List.of();
    }

    @Override
    public String toString() {
        return "Confirmation[•••]";
    }
}
