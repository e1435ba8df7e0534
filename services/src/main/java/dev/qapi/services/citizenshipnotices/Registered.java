package dev.qapi.services.citizenshipnotices;

import dev.qapi.eservice.Delivery;
import dev.qapi.eservice.Evidence.Match;
import dev.qapi.eservice.Registration;
import dev.qapi.identifier.BirthDate;
import dev.qapi.identifier.Citizenship;
import dev.qapi.identifier.DocumentNumber;
import dev.qapi.identifier.FilingNumber;
import dev.qapi.identifier.RegisterNumber;
import java.time.Instant;

/** VMMS's word that it has a notice, and for whom. */
record Registered(Outcome outcome, Instant asOf, boolean complete, Reference subject, RegisterNumber number)
        implements Registration<Notice> {

    enum Outcome {
        FILED
    }

    record Reference(
            FilingNumber clientReference,
            DocumentNumber documentNumber,
            BirthDate birthDate,
            Citizenship citizenship,
            Vmms.Office addressee) {}

    @Override
    public Match match() {
        return Match.MATCHED;
    }

    @Override
    public boolean isAbout(Delivery<Notice> delivery) {
        var notice = delivery.payload();
        return subject.equals(new Reference(
                delivery.reference(),
                notice.document().number(),
                notice.birthDate(),
                notice.citizenship(),
                notice.residence().addressee.office));
    }
}
