package dev.qapi.gateway.api;

import dev.qapi.contract.Persona;
import dev.qapi.eservice.Inquiry;
import dev.qapi.gateway.problem.MalformedFields;
import dev.qapi.gateway.problem.MalformedFields.Field;
import dev.qapi.identifier.DocumentNumber;
import dev.qapi.identifier.Identifier;
import dev.qapi.identifier.Malformed.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The persons of the sandbox, whom no real register is asked about: documentation and tests mention them all the time,
 * and whoever forgot to leave the sandbox is to notice it. A document is known by its number; the old one too.
 *
 * @param identities document number, birth date and citizenship of each
 */
record MadeUpPersons(Set<Set<Identifier>> identities) {

    /** The sandbox: nobody is refused. */
    static final MadeUpPersons WELCOME = new MadeUpPersons(Set.of());

    static MadeUpPersons unwelcome() {
        return new MadeUpPersons(
                Persona.all().stream().flatMap(MadeUpPersons::identities).collect(Collectors.toUnmodifiableSet()));
    }

    private static Stream<Set<Identifier>> identities(Persona persona) {
        return persona.documentNumbers().map(number -> Set.of(number, persona.birthDate(), persona.citizenship()));
    }

    /** @throws MalformedFields if it is about one of them */
    <I extends Inquiry> I checked(I inquiry) {
        var subject = inquiry.subject();
        if (identities.stream().anyMatch(subject::containsAll)) {
            var place = place(inquiry.getClass()).findFirst().orElse("");
            throw new MalformedFields(List.of(new Field(place, Rule.SANDBOX_PERSON)));
        }
        return inquiry;
    }

    /** Where the document number stands; nowhere if it does not come from the body. */
    private static Stream<String> place(Class<?> type) {
        return type.isRecord()
                ? Arrays.stream(type.getRecordComponents())
                        .flatMap(component -> component.getType() == DocumentNumber.class
                                ? Stream.of('/' + component.getName())
                                : place(component.getType()).map(rest -> '/' + component.getName() + rest))
                : Stream.empty();
    }
}
