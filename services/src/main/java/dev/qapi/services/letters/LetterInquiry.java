package dev.qapi.services.letters;

import dev.qapi.eservice.Inquiry;
import dev.qapi.identifier.BirthDate;
import dev.qapi.identifier.Citizenship;
import dev.qapi.identifier.Document;
import dev.qapi.identifier.FileIds;
import dev.qapi.identifier.FreeText;
import dev.qapi.identifier.Identifier;
import dev.qapi.identifier.PersonName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A letter of somebody who says who they are: the law wants no others. */
record LetterInquiry(
        PersonName name,
        Document document,
        BirthDate birthDate,
        Citizenship citizenship,
        Topic topic,
        AnswerLanguage answerIn,
        FreeText text,
        @Nullable FileIds files)
        implements Inquiry {

    Letter letter() {
        return new Letter(name, document, birthDate, citizenship, topic, answerIn, text, null, null);
    }

    @Override
    public List<Identifier> subject() {
        return List.of(document.number(), birthDate, citizenship);
    }
}
