package dev.qapi.services.stayextensions;

import dev.qapi.eservice.Inquiry;
import dev.qapi.identifier.BirthDate;
import dev.qapi.identifier.Citizenship;
import dev.qapi.identifier.Document;
import dev.qapi.identifier.FilingNumber;
import dev.qapi.identifier.Identifier;
import java.util.List;

/** Which filing, and about whom: the number alone opens nothing. */
record ExtensionTracking(FilingNumber number, Document document, BirthDate birthDate, Citizenship citizenship)
        implements Inquiry {

    @Override
    public List<Identifier> subject() {
        return List.of(document.number(), birthDate, citizenship);
    }
}
