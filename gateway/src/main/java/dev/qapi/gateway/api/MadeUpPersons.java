package dev.qapi.gateway.api;

import dev.qapi.contract.Node;
import dev.qapi.contract.Persona;
import dev.qapi.eservice.Inquiry;
import dev.qapi.gateway.problem.MalformedFields;
import dev.qapi.gateway.problem.MalformedFields.Field;
import dev.qapi.identifier.BirthDate;
import dev.qapi.identifier.Citizenship;
import dev.qapi.identifier.Identifier;
import dev.qapi.identifier.Malformed.Rule;
import dev.qapi.identifier.PaymentNumber;
import dev.qapi.identifier.ProtocolNumber;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The persons of the sandbox, whom no real register is asked about: documentation and tests mention them all the time,
 * and whoever forgot to leave the sandbox is to notice it. A document is known by its number; the old one too. So is
 * what they have to pay.
 *
 * @param identities document number, birth date and citizenship of each, and each number of a charge of theirs
 */
record MadeUpPersons(Set<Set<Identifier>> identities) {

    /** The sandbox: nobody is refused. */
    static final MadeUpPersons WELCOME = new MadeUpPersons(Set.of());

    static MadeUpPersons unwelcome() {
        return new MadeUpPersons(
                Persona.all().stream().flatMap(MadeUpPersons::identities).collect(Collectors.toUnmodifiableSet()));
    }

    private static Stream<Set<Identifier>> identities(Persona persona) {
        return Stream.concat(
                persona.documentNumbers().map(number -> Set.of(number, persona.birthDate(), persona.citizenship())),
                persona.node().get("charges").items().stream().flatMap(MadeUpPersons::numbers));
    }

    private static Stream<Set<Identifier>> numbers(Node charge) {
        return Stream.concat(
                number(charge.get("paymentNumber"), PaymentNumber::of),
                number(charge.get("protocolNumber"), ProtocolNumber::of));
    }

    private static Stream<Set<Identifier>> number(Node number, Function<String, Identifier> kind) {
        return number.isPresent() ? Stream.of(Set.of(kind.apply(number.text()))) : Stream.empty();
    }

    /** @throws MalformedFields if it is about one of them */
    <I extends Inquiry> I checked(I inquiry) {
        var subject = inquiry.subject();
        var madeUp = identities.stream().filter(subject::containsAll).findFirst();
        if (madeUp.isPresent()) {
            var place = place(inquiry.getClass(), madeUp.get()).findFirst().orElse("");
            throw new MalformedFields(List.of(new Field(place, Rule.SANDBOX_PERSON)));
        }
        return inquiry;
    }

    /** Where the number that names them stands; nowhere if it does not come from the body. */
    private static Stream<String> place(Class<?> type, Set<Identifier> madeUp) {
        return type.isRecord()
                ? Arrays.stream(type.getRecordComponents())
                        .flatMap(component -> isNumberOf(madeUp, component.getType())
                                ? Stream.of('/' + component.getName())
                                : place(component.getType(), madeUp).map(rest -> '/' + component.getName() + rest))
                : Stream.empty();
    }

    private static boolean isNumberOf(Set<Identifier> madeUp, Class<?> type) {
        return type != BirthDate.class
                && type != Citizenship.class
                && madeUp.stream().anyMatch(identifier -> identifier.getClass() == type);
    }
}
