package dev.qapi.services.citizenshipnotices;

import dev.qapi.eservice.Attached;
import dev.qapi.eservice.Inquiry;
import dev.qapi.eservice.Person;
import dev.qapi.identifier.BirthDate;
import dev.qapi.identifier.Citizenship;
import dev.qapi.identifier.Document;
import dev.qapi.identifier.Identifier;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A notice as it is kept.
 *
 * @param citizenship by which the citizen is known
 * @param acquired the other one
 * @param files absent if there are none
 */
record Notice(
        Document document,
        BirthDate birthDate,
        Citizenship citizenship,
        Citizenship acquired,
        LocalDate acquiredOn,
        Residence residence,
        @Nullable List<Attached> files)
        implements Inquiry, Attached.Holder {

    static Notice of(NoticeInquiry told, Person person, List<Attached> files) {
        return new Notice(
                person.document(),
                person.birthDate(),
                person.citizenship(),
                told.citizenship(),
                told.acquired(),
                told.residence(),
                files.isEmpty() ? null : files);
    }

    @Override
    public List<Identifier> subject() {
        return List.of(document.number(), birthDate, citizenship);
    }

    @Override
    public List<Attached> attached() {
        return files == null ? List.of() : files;
    }
}
