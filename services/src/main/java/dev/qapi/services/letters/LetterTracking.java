package dev.qapi.services.letters;

import dev.qapi.eservice.Inquiry;
import dev.qapi.identifier.BirthDate;
import dev.qapi.identifier.Citizenship;
import dev.qapi.identifier.Document;
import dev.qapi.identifier.FilingNumber;
import dev.qapi.identifier.Identifier;
import java.util.List;

/** Which letter, and whose: the number alone opens nothing. */
record LetterTracking(FilingNumber number, Document document, BirthDate birthDate, Citizenship citizenship)
        implements Inquiry {

    @Override
    public List<Identifier> subject() {
        return List.of(document.number(), birthDate, citizenship);
    }
}
