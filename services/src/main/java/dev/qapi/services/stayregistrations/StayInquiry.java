package dev.qapi.services.stayregistrations;

import dev.qapi.eservice.Inquiry;
import dev.qapi.eservice.Person;
import dev.qapi.identifier.BirthDate;
import dev.qapi.identifier.Citizenship;
import dev.qapi.identifier.Document;
import dev.qapi.identifier.Identifier;
import dev.qapi.identifier.NotificationNumber;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whose registration, and which one if only one is meant. */
record StayInquiry(
        Document document,
        BirthDate birthDate,
        Citizenship citizenship,
        @Nullable NotificationNumber notificationNumber)
        implements Inquiry {

    /** Of who is logged in: nothing has to be typed. */
    static StayInquiry of(Person person) {
        return new StayInquiry(person.document(), person.birthDate(), person.citizenship(), null);
    }

    @Override
    public List<Identifier> subject() {
        return List.of(document.number(), birthDate, citizenship);
    }
}
