package dev.qapi.services.stayextensions;

import dev.qapi.eservice.Inquiry;
import dev.qapi.identifier.BirthDate;
import dev.qapi.identifier.Citizenship;
import dev.qapi.identifier.Document;
import dev.qapi.identifier.FileIds;
import dev.qapi.identifier.Identifier;
import dev.qapi.identifier.Malformed.Rule;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** What somebody asks for who says who they are. */
record ExtensionInquiry(
        Document document,
        BirthDate birthDate,
        Citizenship citizenship,
        int days,
        Speed speed,
        Ground ground,
        @Nullable FileIds files)
        implements Inquiry, Wish {

    @Override
    public SequencedMap<String, Rule> amiss() {
        return tooLong();
    }

    @Override
    public List<Identifier> subject() {
        return List.of(document.number(), birthDate, citizenship);
    }
}
