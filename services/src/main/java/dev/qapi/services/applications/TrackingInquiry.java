package dev.qapi.services.applications;

import dev.qapi.eservice.Inquiry;
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

    @Override
    public List<Identifier> subject() {
        return List.of(document.number(), birthDate, citizenship);
    }
}
