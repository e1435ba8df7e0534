package dev.qapi.contract;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The persons and employers of the sandbox are whom the contracts mean, and can be told from each other. */
class PersonasTest {

    private static final Set<String> LANGUAGES = Set.of("az", "ru", "en");
    private static final Map<String, Persona> PERSONAS =
            Persona.all().stream().collect(toMap(Persona::name, identity()));
    private static final Map<String, Node> EMPLOYERS = Persona.employers();

    static Stream<Exchange> applicationsOfSomebody() {
        return exchanges("MATCHED");
    }

    private static Stream<Exchange> exchanges(String outcome) {
        return Contract.all().stream()
                .flatMap(contract -> contract.exchanges("/r1/"))
                .filter(it -> new Node(it.answer()).get("outcome").text().equals(outcome));
    }

    @Test
    void thereAreEnoughForEverySituation() {
        assertThat(PERSONAS).hasSizeGreaterThanOrEqualTo(32);
        assertThat(EMPLOYERS).hasSizeGreaterThanOrEqualTo(6);
        assertThat(Stream.concat(PERSONAS.keySet().stream(), EMPLOYERS.keySet().stream()))
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z]+(-[a-z]+)*"));
    }

    @Test
    void everySituationIsToldInThreeLanguages() {
        assertThat(Stream.concat(PERSONAS.values().stream().map(Persona::node), EMPLOYERS.values().stream()))
                .allSatisfy(node -> {
                    assertThat(Values.children(node, "situation")).isEqualTo(LANGUAGES);
                    assertThat(node.get("situation").entries())
                            .allMatch(it -> !it.getValue().text().isBlank());
                });
    }

    @Test
    void noTwoShareADocumentButThoseWhoAreToBeMistaken() {
        assertThat(PERSONAS.values().stream()
                        .filter(it -> !it.name().equals("ambiguous-b"))
                        .flatMap(Persona::documentNumbers))
                .doesNotHaveDuplicates();
        assertThat(exchanges("AMBIGUOUS").map(it -> new Node(it.request())))
                .isNotEmpty()
                .allSatisfy(who -> assertThat(PERSONAS.values().stream()
                                .filter(it -> isAbout(who, it))
                                .map(Persona::name))
                        .containsExactlyInAnyOrder("ambiguous-a", "ambiguous-b"));
    }

    @ParameterizedTest
    @MethodSource("applicationsOfSomebody")
    void whoeverHasAnApplicationIsThere(Exchange exchange) {
        var who = new Node(exchange.request());
        assertThat(PERSONAS.values())
                .filteredOn(it -> isAbout(who, it))
                .singleElement()
                .satisfies(it -> assertThat(applicationsOfSomebody()
                                .filter(other -> isAbout(new Node(other.request()), it))
                                .map(Exchange::name))
                        .contains(it.name()));
    }

    @ParameterizedTest
    @MethodSource("applicationsOfSomebody")
    void theFeeOfAnApplicationIsAmongTheCharges(Exchange exchange) {
        var who = new Node(exchange.request());
        var charges = PERSONAS.values().stream()
                .filter(it -> isAbout(who, it))
                .flatMap(it -> it.node().get("charges").items().stream())
                .map(it -> List.of(
                        it.get("applicationNumber").text(),
                        it.get("code").text(),
                        it.get("paymentNumber").text(),
                        it.get("amount").text(),
                        it.get("state").text()))
                .toList();
        assertThat(charges)
                .containsAll(new Node(exchange.answer())
                        .get("applications").items().stream()
                                .filter(it -> it.get("fee").isPresent())
                                .map(it -> List.of(
                                        it.get("number").text(),
                                        it.get("kind").text(),
                                        it.get("fee").get("paymentNumber").text(),
                                        it.get("fee").get("amount").text(),
                                        it.get("fee").get("state").text()))
                                .toList());
    }

    @Test
    void whoeverIsNamedExists() {
        assertThat(named("parent")).isNotEmpty().allMatch(PERSONAS::containsKey);
        assertThat(named("employer")).isNotEmpty().allMatch(EMPLOYERS::containsKey);
        assertThat(PERSONAS.values().stream()
                        .flatMap(it -> it.node().get("companies").items().stream())
                        .map(Node::text)
                        .collect(toSet()))
                .isEqualTo(EMPLOYERS.keySet());
    }

    @Test
    void aNameSaysNothingThatIdentifiesButItself() {
        assertThat(persona("clean-record")).asString().isEqualTo("clean-record");
        assertThat(persona("clean-record").situation("en")).startsWith("Everything in order");
    }

    private static boolean isAbout(Node request, Persona persona) {
        return request.get("documentType")
                        .text()
                        .equals(persona.document().type().name())
                && request.get("documentNumber")
                        .text()
                        .equals(persona.document().number().reveal())
                && request.get("birthDate").text().equals(persona.birthDate().reveal())
                && request.get("citizenship")
                        .text()
                        .equals(persona.citizenship().reveal());
    }

    private static Stream<String> named(String field) {
        return PERSONAS.values().stream()
                .flatMap(it -> Values.named(it.node(), Set.of(field)))
                .map(Node::text);
    }

    private static Persona persona(String name) {
        return Objects.requireNonNull(PERSONAS.get(name));
    }
}
