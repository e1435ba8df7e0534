package dev.qapi.services.letters;

import dev.qapi.eservice.Inquiry;
import dev.qapi.identifier.BirthDate;
import dev.qapi.identifier.Citizenship;
import dev.qapi.identifier.Document;
import dev.qapi.identifier.FreeText;
import dev.qapi.identifier.Identifier;
import dev.qapi.identifier.PersonName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A letter as it is kept.
 *
 * @param channel absent for the site, so that what is hashed is what was sent
 */
record Letter(
        PersonName name,
        Document document,
        BirthDate birthDate,
        Citizenship citizenship,
        Topic topic,
        AnswerLanguage answerIn,
        FreeText text,
        @Nullable Channel channel)
        implements Inquiry {

    @Override
    public List<Identifier> subject() {
        return List.of(document.number(), birthDate, citizenship);
    }

    Channel cameBy() {
        return channel == null ? Channel.SITE : channel;
    }
}
