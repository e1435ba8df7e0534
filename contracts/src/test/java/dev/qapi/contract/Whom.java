package dev.qapi.contract;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.qapi.identifier.BirthDate;
import dev.qapi.identifier.Citizenship;
import dev.qapi.identifier.DocumentNumber;
import dev.qapi.identifier.Identifier;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Whom a public example asks about, and whether the made-up registers have something to say about them. */
final class Whom {

    private static final Set<List<Identifier>> KNOWN =
            Stream.concat(personas(), nobodies()).collect(toUnmodifiableSet());

    private Whom() {}

    static boolean isKnown(Exchange example) {
        var asked = new Node(example.request());
        var sources = new Node(example.answer()).get("sources");
        if (sources.isPresent()
                && sources.items().stream()
                        .allMatch(it -> it.get("register").text().equals("GATEWAY"))) {
            return true; // no register is asked
        }
        if (!asked.get("document").isPresent()) {
            var number = plain(asked.get("paymentNumber")) + plain(asked.get("protocolNumber"));
            return numbers().anyMatch(known -> plain(known).equals(number));
        }
        return KNOWN.contains(identity(asked.get("document").get("number"), asked));
    }

    private static String plain(Node number) {
        return number.text().replaceAll("[ -]", "");
    }

    /** The numbers of what personas have to pay. */
    private static Stream<Node> numbers() {
        return Persona.all().stream()
                .flatMap(it -> it.node().get("charges").items().stream())
                .flatMap(it -> Stream.of(it.get("paymentNumber"), it.get("protocolNumber")))
                .filter(Node::isPresent);
    }

    private static Stream<List<Identifier>> personas() {
        return Persona.all().stream()
                .flatMap(it -> it.documentNumbers().map(number -> List.of(number, it.birthDate(), it.citizenship())));
    }

    /** Those of whom a register's own example says that it knows nobody like that. */
    private static Stream<List<Identifier>> nobodies() {
        return Stream.concat(Contract.all().stream(), Contract.registers().stream())
                .flatMap(Contract::operations)
                .filter(it -> !it.path().startsWith(Contract.PUBLIC))
                .flatMap(Operation::exchanges)
                .filter(it -> new Node(it.answer()).get("outcome").text().equals("NO_MATCH"))
                .map(it -> new Node(it.request()))
                .filter(it -> it.get("documentNumber").isPresent())
                .map(it -> identity(it.get("documentNumber"), it));
    }

    private static List<Identifier> identity(Node number, Node person) {
        return List.of(
                DocumentNumber.of(number.text()),
                BirthDate.of(person.get("birthDate").text()),
                Citizenship.of(person.get("citizenship").text()));
    }
}
