package dev.qapi.eservice;

import dev.qapi.identifier.BirthDate;
import dev.qapi.identifier.Citizenship;
import dev.qapi.identifier.Document;
import dev.qapi.identifier.Identifier;
import java.util.List;

/** Who is logged in, by the word of myGov: a parameter of a route that is for persons, never read from what they send. */
public record Person(Document document, BirthDate birthDate, Citizenship citizenship) {

    /** Whom an answer to this person is about. */
    public List<Identifier> subject() {
        return List.of(document.number(), birthDate, citizenship);
    }
}
