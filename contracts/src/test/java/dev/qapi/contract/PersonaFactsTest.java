package dev.qapi.contract;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is known of a persona or an employer is what the registers' schemas and examples say. */
class PersonaFactsTest {

    private static final Map<String, Contract> REGISTERS =
            Contract.registers().stream().collect(toMap(Contract::id, identity()));
    private static final Map<String, Persona> PERSONAS =
            Persona.all().stream().collect(toMap(Persona::name, identity()));

    static Stream<Exchange> exchangesAboutAPersona() {
        return REGISTERS.values().stream()
                .flatMap(it -> it.exchanges("/"))
                .filter(it -> new Node(it.request()).get("documentType").isPresent());
    }

    @ParameterizedTest
    @CsvSource({
        "documents, iamas, Document",
        "crossings, iamas, Crossing",
        "bars, iamas, Restriction",
        "visas, visa, Visa",
        "registrations, vmms, Registration",
        "charges, vmms, Charge",
        "permits, vmms, Permit",
        "debts, enforcement, Restriction",
        "acts, vvadq, Act"
    })
    void everyFactIsWhatItsRegisterCouldSay(String list, String register, String schema) {
        var facts = PERSONAS.values().stream().flatMap(it -> it.node().get(list).items().stream());
        var reference = new Node(Map.of("$ref", "#/components/schemas/" + schema));
        assertThat(facts).isNotEmpty().allSatisfy(fact -> {
            assertThat(Schemas.errors(register(register), reference, fact.value()))
                    .isEmpty();
            assertThat(Values.children(register(register).schema(schema), "properties"))
                    .containsAll(Values.children(fact));
        });
    }

    @Test
    void aPersonHasNoFieldThatNobodyReads() {
        assertThat(PERSONAS.values())
                .allSatisfy(it -> assertThat(Set.of(
                                "situation",
                                "surname",
                                "given",
                                "patronymic",
                                "native",
                                "sex",
                                "birthDate",
                                "citizenship",
                                "documents",
                                "pin",
                                "parent",
                                "companies",
                                "crossings",
                                "visas",
                                "registrations",
                                "charges",
                                "bars",
                                "debts",
                                "permits",
                                "acts",
                                "employments",
                                "disagreements"))
                        .containsAll(Values.children(it.node())));
    }

    @Test
    void crossingsAreNewestFirst() {
        assertThat(PERSONAS.values())
                .allSatisfy(it -> assertThat(it.node().get("crossings").items().stream()
                                .map(crossing -> crossing.get("at").text())
                                .toList())
                        .isSortedAccordingTo((one, next) -> next.compareTo(one)));
    }

    @Test
    void everyNumberGivenOutIsGivenOutOnce() {
        assertThat(PERSONAS.values().stream()
                        .flatMap(it -> it.node().get("charges").items().stream())
                        .flatMap(it -> Stream.of(it.get("paymentNumber"), it.get("protocolNumber")))
                        .filter(Node::isPresent))
                .doesNotHaveDuplicates();
        assertThat(PERSONAS.values().stream()
                        .flatMap(it -> it.node().get("registrations").items().stream())
                        .map(it -> it.get("number")))
                .doesNotHaveDuplicates();
    }

    /** The lists of an example's answer are the persona's own; what an unpaid fine bars follows from the fine. */
    @ParameterizedTest
    @MethodSource("exchangesAboutAPersona")
    void aRegistersExampleIsAboutThePersonaOfItsName(Exchange exchange) {
        var persona = Objects.requireNonNull(PERSONAS.get(exchange.name()));
        var request = new Node(exchange.request());
        assertThat(request.get("documentNumber").text())
                .isEqualTo(persona.document().number().reveal());
        assertThat(request.get("birthDate")).isEqualTo(persona.node().get("birthDate"));
        assertThat(request.get("citizenship")).isEqualTo(persona.node().get("citizenship"));
        assertThat(Stream.of("registrations", "charges", "permits", "crossings", "acts", "visas")
                        .filter(list -> new Node(exchange.answer()).get(list).isPresent()))
                .allSatisfy(list -> assertThat(new Node(exchange.answer()).get(list))
                        .isEqualTo(persona.node().get(list)));
        assertThat(new Node(exchange.answer()).get("person").entries())
                .allSatisfy(
                        it -> assertThat(it.getValue()).isEqualTo(persona.node().get(it.getKey())));
    }

    private static Contract register(String id) {
        return Objects.requireNonNull(REGISTERS.get(id));
    }
}
