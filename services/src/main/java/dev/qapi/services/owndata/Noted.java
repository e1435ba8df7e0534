package dev.qapi.services.owndata;

import dev.qapi.eservice.Attached;
import dev.qapi.eservice.Delivery;
import dev.qapi.eservice.Registration;
import dev.qapi.identifier.BirthDate;
import dev.qapi.identifier.Citizenship;
import dev.qapi.identifier.DocumentNumber;
import dev.qapi.identifier.DocumentType;
import dev.qapi.identifier.FilingNumber;
import dev.qapi.identifier.FreeText;
import dev.qapi.identifier.RegisterNumber;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** İAMAS's word that it has a correction; whether it has made it, only its own record of the person tells. */
record Noted(Outcome outcome, Instant asOf, boolean complete, Reference subject, RegisterNumber number)
        implements Registration<Correction> {

    enum Outcome {
        FILED
    }

    record Reference(
            FilingNumber clientReference,
            DocumentNumber documentNumber,
            BirthDate birthDate,
            Citizenship citizenship,
            String field) {}

    record Form(
            FilingNumber clientReference,
            DocumentType documentType,
            DocumentNumber documentNumber,
            BirthDate birthDate,
            Citizenship citizenship,
            String field,
            FreeText value,
            @Nullable List<Attachment> attachments) {

        static Form of(Delivery<Correction> delivery) {
            var wanted = delivery.payload();
            return new Form(
                    delivery.reference(),
                    wanted.document().type(),
                    wanted.document().number(),
                    wanted.birthDate(),
                    wanted.citizenship(),
                    wanted.field().raw,
                    wanted.value(),
                    wanted.files() == null
                            ? null
                            : wanted.files().stream().map(Attachment::of).toList());
        }
    }

    record Attachment(Attached.Type type, int size, String hash) {
        static Attachment of(Attached file) {
            return new Attachment(file.type(), file.size(), file.hash());
        }
    }

    @Override
    public Match match() {
        return Match.MATCHED;
    }

    @Override
    public boolean isAbout(Delivery<Correction> delivery) {
        var wanted = delivery.payload();
        return subject.equals(new Reference(
                delivery.reference(),
                wanted.document().number(),
                wanted.birthDate(),
                wanted.citizenship(),
                wanted.field().raw));
    }
}
