package dev.qapi.services.notices;

import dev.qapi.eservice.Inquiry;
import dev.qapi.identifier.EmailAddress;
import dev.qapi.identifier.Identifier;
import java.util.List;

/** An address to be. */
record Addition(EmailAddress address) implements Inquiry {

    /** Whoever is logged in. */
    @Override
    public List<Identifier> subject() {
        return List.of();
    }
}
