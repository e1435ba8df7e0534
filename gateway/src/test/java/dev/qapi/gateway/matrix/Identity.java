package dev.qapi.gateway.matrix;

import dev.qapi.identifier.DocumentNumber;
import dev.qapi.mock.population.Person;
import java.util.concurrent.atomic.AtomicInteger;

/** Whom a question is about, as they write themselves down; prints nothing of it. */
final class Identity {

    private static final AtomicInteger NOBODY = new AtomicInteger(2_000_000);

    private final String json;

    private Identity(String number, String birthDate, String citizenship) {
        this.json = "\"document\":{\"type\":\"PASSPORT\",\"number\":\"%s\"},\"birthDate\":\"%s\",\"citizenship\":\"%s\""
                .formatted(number, birthDate, citizenship);
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
        return "{" + json + "}";
    }
}
