package dev.qapi.gateway.killing;

import dev.qapi.identifier.DocumentNumber;
import dev.qapi.mock.population.Country;
import dev.qapi.mock.population.Person;
import java.time.Clock;
import java.util.Iterator;
import java.util.stream.IntStream;

/** Those who have applied for something, each a question that a register can answer. */
final class Folk {

    private static final int SIZE = 20_000;

    private final Iterator<Person> applicants = applicants();

    private static Iterator<Person> applicants() {
        var country = new Country(42, SIZE, Country.DISAGREEMENT);
        var now = Clock.systemUTC().instant();
        return IntStream.range(0, SIZE)
                .mapToObj(country::person)
                .filter(person -> person.documents().getFirst().type().equals("PASSPORT"))
                .filter(person -> person.cases().stream()
                        .anyMatch(it -> !it.steps().getFirst().at().isAfter(now)))
                .iterator();
    }

    /** The question about somebody nobody has asked about yet. */
    synchronized String somebody() {
        var person = applicants.next();
        return "{\"document\":{\"type\":\"PASSPORT\",\"number\":\"%s\"},\"birthDate\":\"%s\",\"citizenship\":\"%s\"}"
                .formatted(
                        DocumentNumber.of(person.documents().getFirst().number().reveal())
                                .reveal(),
                        person.birthDate().reveal(),
                        person.citizenship().reveal());
    }
}
