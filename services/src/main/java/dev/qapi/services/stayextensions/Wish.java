package dev.qapi.services.stayextensions;

import dev.qapi.eservice.Attached;
import dev.qapi.eservice.Person;
import dev.qapi.identifier.BirthDate;
import dev.qapi.identifier.Citizenship;
import dev.qapi.identifier.Document;
import dev.qapi.identifier.FileIds;
import dev.qapi.identifier.Malformed.Rule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** What anybody asks for who wants to stay longer, whoever they are. */
interface Wish {
    /** By law. */
    int LONGEST = 60;

    int days();

    Speed speed();

    Ground ground();

    @Nullable
    FileIds files();

    default Extension of(Document document, BirthDate birthDate, Citizenship citizenship, List<Attached> files) {
        return new Extension(
                document, birthDate, citizenship, days(), speed(), ground(), files.isEmpty() ? null : files);
    }

    default Extension of(Person person, List<Attached> files) {
        return of(person.document(), person.birthDate(), person.citizenship(), files);
    }

    default SequencedMap<String, Rule> tooLong() {
        var amiss = new LinkedHashMap<String, Rule>();
        if (days() < 1 || days() > LONGEST) {
            amiss.put("/days", Rule.STAY_DAYS);
        }
        return amiss;
    }
}
