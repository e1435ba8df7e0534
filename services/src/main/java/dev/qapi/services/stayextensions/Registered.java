package dev.qapi.services.stayextensions;

import dev.qapi.eservice.Delivery;
import dev.qapi.eservice.Registration;
import dev.qapi.identifier.ApplicationNumber;
import dev.qapi.identifier.BirthDate;
import dev.qapi.identifier.Citizenship;
import dev.qapi.identifier.DocumentNumber;
import dev.qapi.identifier.FilingNumber;
import java.time.Instant;
import java.time.LocalDate;

/** VMMS's word that it has an application. */
record Registered(
        Outcome outcome,
        Instant asOf,
        boolean complete,
        Reference subject,
        ApplicationNumber number,
        LocalDate decisionDueBy)
        implements Registration<Extension> {

    enum Outcome {
        FILED
    }

    record Reference(
            FilingNumber clientReference,
            DocumentNumber documentNumber,
            BirthDate birthDate,
            Citizenship citizenship) {}

    @Override
    public Match match() {
        return Match.MATCHED;
    }

    @Override
    public boolean isAbout(Delivery<Extension> delivery) {
        var whose = delivery.payload();
        return subject.equals(
                new Reference(delivery.reference(), whose.document().number(), whose.birthDate(), whose.citizenship()));
    }
}
