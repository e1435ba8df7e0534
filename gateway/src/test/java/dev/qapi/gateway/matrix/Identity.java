package dev.qapi.gateway.matrix;

import dev.qapi.identifier.DocumentNumber;
import dev.qapi.mock.population.Person;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Whom a question is about, as they write themselves down; prints nothing of it. */
final class Identity {

    private static final AtomicInteger NOBODY = new AtomicInteger(2_000_000);

    private final String number;
    private final String birthDate;
    private final String citizenship;

    private Identity(String number, String birthDate, String citizenship) {
        this.number = number;
        this.birthDate = birthDate;
        this.citizenship = citizenship;
    }

    static Identity of(Person person) {
        var number = DocumentNumber.of(person.documents().getFirst().number().reveal());
        return new Identity(
                number.reveal(),
                person.birthDate().reveal(),
                person.citizenship().reveal());
    }

    /** Somebody whom no register knows. */
    static Identity nobody() {
        return new Identity("NB" + NOBODY.incrementAndGet(), "1990-04-12", "TUR");
    }

    /** A question that asks for nothing else. */
    String alone() {
        return "{\"document\":{\"type\":\"PASSPORT\",\"number\":\"%s\"},\"birthDate\":\"%s\",\"citizenship\":\"%s\"}"
                .formatted(number, birthDate, citizenship);
    }

    /** A login for a company. */
    String actingFor(String taxNumber) {
        return alone().replaceFirst("}$", ",\"company\":\"" + taxNumber + "\"}");
    }

    /** The same paper with a guess at the rest, another one for each number up to 27: nobody is as old. */
    String guessed(int guess) {
        return new Identity(number, "1911-02-%02d".formatted(guess), citizenship).alone();
    }

    /** What an ID token says of them. */
    Map<String, Object> claims() {
        return Map.of(
                "given_name",
                "Somebody",
                "family_name",
                "Madeup",
                "birthdate",
                birthDate,
                "citizenship",
                citizenship,
                "document",
                Map.of("type", "PASSPORT", "number", number));
    }
}
