package dev.qapi.services.quota;

import dev.qapi.eservice.Inquiry;
import dev.qapi.identifier.Identifier;
import dev.qapi.identifier.TaxNumber;
import java.util.List;

/** The quota of a company, whichever year it is. */
record OwnQuota(TaxNumber taxNumber) implements Inquiry {

    Vmms.OfEmployer of(int year) {
        return new Vmms.OfEmployer(taxNumber, year);
    }

    @Override
    public List<Identifier> subject() {
        return List.of(taxNumber);
    }
}
