package dev.qapi.services.stayextensions;

import dev.qapi.eservice.Attached;
import dev.qapi.eservice.Inquiry;
import dev.qapi.identifier.BirthDate;
import dev.qapi.identifier.Citizenship;
import dev.qapi.identifier.Document;
import dev.qapi.identifier.Identifier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for, as it is kept.
 *
 * @param files absent if there are none, so that what is hashed is what was sent
 */
record Extension(
        Document document,
        BirthDate birthDate,
        Citizenship citizenship,
        int days,
        Speed speed,
        Ground ground,
        @Nullable List<Attached> files)
        implements Inquiry, Attached.Holder {

    @Override
    public List<Identifier> subject() {
        return List.of(document.number(), birthDate, citizenship);
    }

    @Override
    public List<Attached> attached() {
        return files == null ? List.of() : files;
    }
}
