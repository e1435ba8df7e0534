package dev.qapi.services.letters;

import dev.qapi.eservice.Attached;
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
 * @param files absent if there are none
 */
record Letter(
        PersonName name,
        Document document,
        BirthDate birthDate,
        Citizenship citizenship,
        Topic topic,
        AnswerLanguage answerIn,
        FreeText text,
        @Nullable Channel channel,
        @Nullable List<Attached> files)
        implements Inquiry, Attached.Holder {

    Letter with(List<Attached> attached) {
        return new Letter(
                name,
                document,
                birthDate,
                citizenship,
                topic,
                answerIn,
                text,
                channel,
                attached.isEmpty() ? null : List.copyOf(attached));
    }

    /** Whether it says the same: the same words, and the same files beside them. */
    boolean saysTheSameAs(Letter other) {
        return text.saysTheSameAs(other.text) && hashes().equals(other.hashes());
    }

    private List<String> hashes() {
        return attached().stream().map(Attached::hash).sorted().toList();
    }

    @Override
    public List<Attached> attached() {
        return files == null ? List.of() : files;
    }

    @Override
    public List<Identifier> subject() {
        return List.of(document.number(), birthDate, citizenship);
    }

    Channel cameBy() {
        return channel == null ? Channel.SITE : channel;
    }
}
