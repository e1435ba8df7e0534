package dev.qapi.services.letters;

import dev.qapi.eservice.Inquiry;
import dev.qapi.eservice.Person;
import dev.qapi.identifier.FileIds;
import dev.qapi.identifier.FreeText;
import dev.qapi.identifier.Identifier;
import dev.qapi.identifier.PersonName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A letter of who is logged in; myGov has said who that is. */
record OwnLetter(
        PersonName name,
        Topic topic,
        AnswerLanguage answerIn,
        FreeText text,
        @Nullable FileIds files) implements Inquiry {

    Letter letter(Person person) {
        return new Letter(
                name, person.document(), person.birthDate(), person.citizenship(), topic, answerIn, text, null, null);
    }

    /** Whoever is logged in. */
    @Override
    public List<Identifier> subject() {
        return List.of();
    }
}
