package dev.qapi.mock.registers;

import dev.qapi.identifier.BirthDate;
import dev.qapi.mock.population.Person;

/** A name and a birth date as one office holds them. */
record Held(String surname, String given, BirthDate birthDate) {

    static Held by(Government government, String register, Person person) {
        return new Held(
                written(government, register, person, "surname", person.surname()),
                written(government, register, person, "given", person.given()),
                BirthDate.of(written(
                        government,
                        register,
                        person,
                        "birthDate",
                        person.birthDate().reveal())));
    }

    /** As its clerks once wrote it, until the office hears of a correction. */
    private static String written(Government government, String register, Person person, String field, String truth) {
        return IdentityDesk.corrected(government, register, person, field)
                .orElseGet(() -> person.asHeldBy(register, field, truth));
    }
}
