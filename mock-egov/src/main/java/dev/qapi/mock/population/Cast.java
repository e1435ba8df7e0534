package dev.qapi.mock.population;

import dev.qapi.contract.Node;
import dev.qapi.identifier.RegisterNumber;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The named persons and employers, {@code contracts/sandbox/personas.yaml}. Their applications are the ones that the
 * contracts' examples of the same names tell.
 */
public final class Cast {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Map<String, Person> persons = new LinkedHashMap<>();
    private final Map<String, Employer> employers = new LinkedHashMap<>();
    private final Map<String, List<Person>> byDocument = new HashMap<>();

    Cast(Setting setting) {
        var file = Node.read(new ClassPathResource("contracts/sandbox/personas.yaml"));
        var cases = new ExampleCases(setting);
        file.get("persons").entries().forEach(it -> {
            var person = read(it, Person.class);
            add(person.with(cases.of(it.getKey(), person)));
        });
        file.get("employers").entries().forEach(it -> employers.put(it.getKey(), read(it, Employer.class)));
    }

    private void add(Person person) {
        persons.put(person.id(), person);
        person.documents()
                .forEach(document -> byDocument
                        .computeIfAbsent(document.normal(), _ -> new ArrayList<>())
                        .add(person));
    }

    /** Whoever has a document of that number, of whatever type. */
    Stream<Person> byDocument(String number) {
        return byDocument.getOrDefault(number, List.of()).stream();
    }

    private static <T> T read(Map.Entry<String, Node> entry, Class<T> type) {
        ObjectNode json = JSON.valueToTree(entry.getValue().value());
        return JSON.treeToValue(json.put("id", entry.getKey()), type);
    }

    /** In the order of the file. */
    public Collection<Person> persons() {
        return persons.values();
    }

    /** In the order of the file. */
    public Collection<Employer> employers() {
        return employers.values();
    }

    Optional<Person> person(String id) {
        return Optional.ofNullable(persons.get(id));
    }

    Optional<Employer> employer(String id) {
        return Optional.ofNullable(employers.get(id));
    }

    Optional<Employer> byTaxNumber(String number) {
        return employers().stream().filter(it -> is(it.taxNumber(), number)).findFirst();
    }

    Optional<Person> byPaymentNumber(String number) {
        return persons().stream()
                .filter(person -> Stream.concat(
                                person.charges().stream().map(Charge::paymentNumber),
                                person.cases().stream()
                                        .map(Case::fee)
                                        .filter(Objects::nonNull)
                                        .map(Case.Fee::paymentNumber))
                        .anyMatch(it -> is(it, number)))
                .findFirst();
    }

    Optional<Person> byProtocolNumber(String number) {
        return persons().stream()
                .filter(person -> person.charges().stream().anyMatch(it -> isPlain(it.protocolNumber(), number)))
                .findFirst();
    }

    private static boolean isPlain(@Nullable RegisterNumber number, String other) {
        return number != null && number.reveal().replace("-", "").equals(other);
    }

    private static boolean is(@Nullable RegisterNumber number, String other) {
        return number != null && number.reveal().equals(other);
    }
}
