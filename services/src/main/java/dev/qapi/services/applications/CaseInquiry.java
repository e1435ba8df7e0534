package dev.qapi.services.applications;

import dev.qapi.eservice.Inquiry;
import dev.qapi.eservice.Person;
import dev.qapi.identifier.ApplicationNumber;
import dev.qapi.identifier.BirthDate;
import dev.qapi.identifier.Citizenship;
import dev.qapi.identifier.Document;
import dev.qapi.identifier.Identifier;
import java.util.List;

/** One application, and whose: the number alone opens nothing. */
record CaseInquiry(Document document, BirthDate birthDate, Citizenship citizenship, ApplicationNumber applicationNumber)
        implements Inquiry {

    static CaseInquiry of(Person person, ApplicationNumber number) {
        return new CaseInquiry(person.document(), person.birthDate(), person.citizenship(), number);
    }

    TrackingInquiry tracking() {
        return new TrackingInquiry(document, birthDate, citizenship, applicationNumber);
    }

    @Override
    public List<Identifier> subject() {
        return List.of(document.number(), birthDate, citizenship);
    }
}
