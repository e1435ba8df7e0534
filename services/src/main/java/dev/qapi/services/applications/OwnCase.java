package dev.qapi.services.applications;

import dev.qapi.eservice.Inquiry;
import dev.qapi.identifier.ApplicationNumber;
import dev.qapi.identifier.Identifier;
import java.util.List;

/** An application of who is logged in. */
record OwnCase(ApplicationNumber applicationNumber) implements Inquiry {

    /** Whoever is logged in. */
    @Override
    public List<Identifier> subject() {
        return List.of();
    }
}
