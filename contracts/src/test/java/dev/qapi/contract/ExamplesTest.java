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

/** Every example is what its schema says. */
class ExamplesTest {

    private static final Map<String, Contract> CONTRACTS =
            Contract.all().stream().collect(toMap(Contract::id, identity()));

    static Stream<Exchange> exchanges() {
        return CONTRACTS.values().stream()
                .flatMap(Contract::operations)
                .flatMap(operation -> Stream.concat(operation.exchanges(), operation.illustrations()));
    }

    static Stream<Exchange> understood() {
        return exchanges().filter(exchange -> exchange.status() != 400);
    }

    @ParameterizedTest
    @MethodSource("understood")
    void aRequestIsWhatItsSchemaSays(Exchange exchange) {
        var operation = operation(exchange);
        var schema = operation.node().get("requestBody").get("content").get("application/json");
        if (schema.isPresent()) {
            assertThat(Schemas.errors(contract(exchange), schema.get("schema"), exchange.request()))
                    .isEmpty();
        }
        for (var reference : operation.node().get("parameters").items()) {
            var parameter = contract(exchange).resolve(reference);
            var value = parameter.get("examples").get(exchange.name()).get("value");
            if (value.isPresent()) {
                assertThat(Schemas.errors(contract(exchange), parameter.get("schema"), value.value()))
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("exchanges")
    void anAnswerIsWhatItsSchemaSays(Exchange exchange) {
        var response = operation(exchange).node().get("responses").get(String.valueOf(exchange.status()));
        var schema = contract(exchange)
                .resolve(response)
                .get("content")
                .get(exchange.mediaType())
                .get("schema");
        var answer = exchange.path().startsWith(Contract.PUBLIC)
                        && Set.of("application/json", "application/problem+json")
                                .contains(exchange.mediaType())
                ? Schemas.withWhatDiffersEachTime(exchange.answer())
                : exchange.answer();
        assertThat(Schemas.errors(contract(exchange), schema, answer)).isEmpty();
    }

    @Test
    void aWrongAnswerIsToldFromARightOne() {
        var contract = contract("applications");
        var provenance = new Node(Map.of("$ref", "#/components/schemas/Provenance"));
        assertThat(Schemas.errors(contract, provenance, Map.of("register", 1, "via", "EHIS", "fetchedAt", "yesterday")))
                .hasSize(2);
    }

    /** The words of the examples are those of the contract: a reworded status shows here, not in a person's browser. */
    @ParameterizedTest
    @MethodSource("understood")
    void everyTextIsTheContractsOwn(Exchange exchange) {
        var language = exchange.headers().getOrDefault("Accept-Language", "");
        var words = Values.named(contract(exchange).root(), Set.of("x-words"))
                .flatMap(Node::entries)
                .map(Map.Entry::getValue)
                .map(translations -> translations.get(language).text())
                .collect(toSet());
        assertThat(Values.named(new Node(exchange.answer()), Set.of("text")).map(Node::text))
                .allMatch(words::contains);
    }

    @Test
    void everyStatusOfAnApplicationIsShown() {
        var applications = contract("applications");
        var shown = Values.named(new Node(answers(applications)), Set.of("status"))
                .map(status -> status.get("code").text())
                .collect(toSet());
        var statuses = applications.schema("StatusCode").get("enum").items();
        assertThat(statuses).extracting(Node::text).hasSize(15).allMatch(shown::contains);
    }

    @Test
    void everyOtherCodeOfAnApplicationIsShown() {
        var applications = contract("applications");
        var shown = Values.named(new Node(answers(applications)), Set.of("code"))
                .map(Node::text)
                .collect(toSet());
        assertThat(Stream.of("Kind", "Holder", "FeeState", "IssuedKind")
                        .flatMap(name -> applications.schema(name).get("enum").items().stream())
                        .map(Node::text))
                .allMatch(shown::contains);
    }

    private static List<?> answers(Contract contract) {
        return contract.exchanges(Contract.PUBLIC).map(Exchange::answer).toList();
    }

    private static Operation operation(Exchange exchange) {
        return contract(exchange)
                .operations()
                .filter(it -> it.path().equals(exchange.path()) && it.method().equals(exchange.method()))
                .findFirst()
                .orElseThrow();
    }

    private static Contract contract(Exchange exchange) {
        return contract(exchange.contract());
    }

    private static Contract contract(String id) {
        return Objects.requireNonNull(CONTRACTS.get(id));
    }
}
