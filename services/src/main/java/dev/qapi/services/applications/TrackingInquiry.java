package dev.qapi.services.applications;

import dev.qapi.eservice.Inquiry;
import dev.qapi.eservice.Person;
import dev.qapi.identifier.ApplicationNumber;
import dev.qapi.identifier.BirthDate;
import dev.qapi.identifier.Citizenship;
import dev.qapi.identifier.Document;
import dev.qapi.identifier.Identifier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whose applications, and which one if only one is meant. */
record TrackingInquiry(
        Document document,
        BirthDate birthDate,
        Citizenship citizenship,
        @Nullable ApplicationNumber applicationNumber) implements Inquiry {

    /** Of who is logged in: nothing has to be typed. */
    static TrackingInquiry of(Person person) {
        return new TrackingInquiry(person.document(), person.birthDate(), person.citizenship(), null);
    }

    @Override
    public List<Identifier> subject() {
        return List.of(document.number(), birthDate, citizenship);
    }
}
