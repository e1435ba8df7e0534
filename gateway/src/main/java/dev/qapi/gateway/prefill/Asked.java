package dev.qapi.gateway.prefill;

import dev.qapi.eservice.Inquiry;
import dev.qapi.eservice.Person;
import dev.qapi.identifier.BirthDate;
import dev.qapi.identifier.Citizenship;
import dev.qapi.identifier.DocumentNumber;
import dev.qapi.identifier.DocumentType;
import dev.qapi.identifier.Identifier;
import java.util.List;

/** Whom a register is asked about: always whoever is logged in. */
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
}
