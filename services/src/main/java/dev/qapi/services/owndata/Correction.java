package dev.qapi.services.owndata;

import dev.qapi.eservice.Attached;
import dev.qapi.eservice.Inquiry;
import dev.qapi.eservice.Person;
import dev.qapi.identifier.BirthDate;
import dev.qapi.identifier.Citizenship;
import dev.qapi.identifier.Document;
import dev.qapi.identifier.FreeText;
import dev.qapi.identifier.Identifier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A correction as it is kept.
 *
 * @param birthDate as the login has it, also where that is what is wrong
 * @param files the proof; absent if there is none
 */
record Correction(
        Document document,
        BirthDate birthDate,
        Citizenship citizenship,
        PersonalField field,
        FreeText value,
        @Nullable List<Attached> files)
        implements Inquiry, Attached.Holder {

    static Correction of(CorrectionInquiry told, Person person, List<Attached> files) {
        return new Correction(
                person.document(),
                person.birthDate(),
                person.citizenship(),
                told.field(),
                told.right(),
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
