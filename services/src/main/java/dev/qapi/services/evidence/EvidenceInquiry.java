package dev.qapi.services.evidence;

import dev.qapi.eservice.Inquiry;
import dev.qapi.identifier.Identifier;
import java.util.List;

/** What for. About whom is not the body's business: it is about whoever is logged in. */
record EvidenceInquiry(Purpose purpose, Consent consent) implements Inquiry {

    @Override
    public List<Identifier> subject() {
        return List.of();
    }
}
