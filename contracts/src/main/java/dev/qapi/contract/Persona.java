package dev.qapi.contract;

import dev.qapi.identifier.BirthDate;
import dev.qapi.identifier.Citizenship;
import dev.qapi.identifier.Document;
import dev.qapi.identifier.DocumentNumber;
import dev.qapi.identifier.DocumentType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

/**
 * A made-up person of the sandbox, who is in one situation that is worth trying. Outside the sandbox nobody is asked
 * about them.
 *
 * @param name in English with dashes, equal to the contract's example if there is one
 * @param document the current one
 * @param node everything that the simulated registers know
 */
public record Persona(String name, Document document, BirthDate birthDate, Citizenship citizenship, Node node) {

    /** Every one of them, in the order of the file. */
    public static List<Persona> all() {
        return file().get("persons").entries().map(Persona::of).toList();
    }

    /** The employers of the sandbox by name, in the order of the file. */
    public static SequencedMap<String, Node> employers() {
        var employers = new LinkedHashMap<String, Node>();
        file().get("employers").entries().forEach(it -> employers.put(it.getKey(), it.getValue()));
        return employers;
    }

    private static Node file() {
        return Node.read(new ClassPathResource("contracts/sandbox/personas.yaml"));
    }

    private static Persona of(Map.Entry<String, Node> entry) {
        var node = entry.getValue();
        var document = node.get("documents").items().getFirst();
        return new Persona(
                entry.getKey(),
                new Document(DocumentType.of(document.get("type").text()), number(document)),
                BirthDate.of(node.get("birthDate").text()),
                Citizenship.of(node.get("citizenship").text()),
                node);
    }

    /** What there is to try, in {@code az}, {@code ru} or {@code en}. */
    public String situation(String language) {
        return node.get("situation").get(language).text();
    }

    /** The number of every document, the current one first; whoever renewed a passport is known by the old one too. */
    public Stream<DocumentNumber> documentNumbers() {
        return node.get("documents").items().stream().map(Persona::number);
    }

    private static DocumentNumber number(Node document) {
        return DocumentNumber.of(document.get("number").text());
    }

    /** The name only: the identifiers mask themselves, the node would not. */
    @Override
    public String toString() {
        return name;
    }
}
