package dev.qapi.services.owndata;

import dev.qapi.eservice.Inquiry;
import dev.qapi.eservice.Person;
import dev.qapi.identifier.BirthDate;
import dev.qapi.identifier.Citizenship;
import dev.qapi.identifier.DocumentNumber;
import dev.qapi.identifier.DocumentType;
import dev.qapi.identifier.Identifier;
import java.util.List;

/** Whom the registers are asked about: the same words for each of them. */
record Sought(DocumentType documentType, DocumentNumber documentNumber, BirthDate birthDate, Citizenship citizenship)
        implements Inquiry {

    static Sought of(Person person) {
        var document = person.document();
        return new Sought(document.type(), document.number(), person.birthDate(), person.citizenship());
    }

    static Sought of(Correction correction) {
        var document = correction.document();
        return new Sought(document.type(), document.number(), correction.birthDate(), correction.citizenship());
    }

    @Override
    public List<Identifier> subject() {
        return List.of(documentNumber, birthDate, citizenship);
    }

    /** Whom a reply says it is about. */
    record Echo(DocumentNumber documentNumber, BirthDate birthDate, Citizenship citizenship) {

        boolean is(Sought sought) {
            return List.of(documentNumber, birthDate, citizenship).equals(sought.subject());
        }
    }
}
