package dev.qapi.services.evidence;

import dev.qapi.eservice.Inquiry;
import dev.qapi.eservice.Person;
import dev.qapi.identifier.BirthDate;
import dev.qapi.identifier.Citizenship;
import dev.qapi.identifier.DocumentNumber;
import dev.qapi.identifier.DocumentType;
import dev.qapi.identifier.Identifier;
import java.util.List;

/** Whom the registers are asked about: the same words for each of them. */
record Asked(DocumentType documentType, DocumentNumber documentNumber, BirthDate birthDate, Citizenship citizenship)
        implements Inquiry {

    static Asked about(Person person) {
        var document = person.document();
        return new Asked(document.type(), document.number(), person.birthDate(), person.citizenship());
    }

    @Override
    public List<Identifier> subject() {
        return List.of(documentNumber, birthDate, citizenship);
    }

    /** Whom a reply says it is about. */
    record Echo(DocumentNumber documentNumber, BirthDate birthDate, Citizenship citizenship) {

        boolean is(Asked asked) {
            return List.of(documentNumber, birthDate, citizenship).equals(asked.subject());
        }
    }
}
