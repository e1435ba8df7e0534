package dev.qapi.contract;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every contract on the class path keeps to, so that generic code can read it. */
class ConsistencyTest {

    private static final Set<String> LANGUAGES = Set.of("az", "ru", "en");
    private static final Set<String> TRANSLATED = Set.of("x-title", "x-summary", "x-label", "x-hint");
    private static final Predicate<Exchange> REACHES_A_REGISTER =
            exchange -> exchange.status() < 400 || Set.of(404, 409).contains(exchange.status());

    @ParameterizedTest
    @MethodSource("contracts")
    @Retention(RetentionPolicy.RUNTIME)
    private @interface OfEachContract {}

    static List<Contract> contracts() {
        return Contract.all();
    }

    @OfEachContract
    void itsPublicPathsAreItsOwn(Contract contract) {
        assertThat(contract.operations().map(Operation::path))
                .anyMatch(path -> path.startsWith("/api/v1/" + contract.id()))
                .allMatch(path -> !path.startsWith(Contract.PUBLIC) || path.startsWith("/api/v1/" + contract.id()));
    }

    /**
     * A GET is about nobody. The register's side stands in the contract itself; or, where that has none, it is the made-up population's, which
     * knows the personas and nobody of whom some register's example says so.
     */
    @OfEachContract
    void everyAnswerThatNeedsARegisterHasTheRegistersSide(Contract contract) {
        var own = registers(contract).map(Exchange::name).collect(toSet());
        assertThat(contract.exchanges(Contract.PUBLIC)
                        .filter(REACHES_A_REGISTER)
                        .filter(example -> !example.method().equals("GET")))
                .allMatch(example -> own.isEmpty() ? Whom.isKnown(example) : own.contains(example.name()));
    }

    @Test
    void somebodyOfWhomNoRegisterWouldKnowWhatToSayIsNoExample() {
        assertThat(Whom.isKnown(about("T9044718"))).isTrue();
        assertThat(Whom.isKnown(about("T9044719"))).isFalse();
    }

    private static Exchange about(String number) {
        var asked = Map.of("document", Map.of("number", number), "birthDate", "1992-03-08", "citizenship", "AUT");
        return new Exchange(
                "x",
                "x",
                "POST",
                "/api/v1/x/y",
                Map.of(),
                Map.of(),
                Map.of(),
                asked,
                200,
                "application/json",
                Map.of());
    }

    @OfEachContract
    void everyExchangeHasBothSidesAndALanguage(Contract contract) {
        assertThat(contract.operations().flatMap(Operation::exchanges))
                .filteredOn(exchange -> !exchange.method().equals("GET"))
                .allMatch(exchange -> exchange.request() != null && exchange.answer() != null);
        assertThat(contract.exchanges(Contract.PUBLIC))
                .allMatch(exchange -> LANGUAGES.contains(exchange.headers().get("Accept-Language")));
    }

    @OfEachContract
    void noRequestExampleIsWithoutAnAnswer(Contract contract) {
        assertThat(contract.operations())
                .allSatisfy(operation -> assertThat(answered(operation))
                        .containsAll(Values.children(
                                operation.node(), "requestBody", "content", "application/json", "examples")));
    }

    @OfEachContract
    void noExampleOfAParameterIsWithoutAnAnswer(Contract contract) {
        assertThat(contract.operations())
                .allSatisfy(operation -> assertThat(answered(operation)).containsAll(namesOfParameters(operation)));
    }

    private static Stream<String> answered(Operation operation) {
        return Stream.concat(operation.exchanges(), operation.illustrations()).map(Exchange::name);
    }

    /** A header may be shared with other operations, so that it has examples of theirs too. */
    private static Set<String> namesOfParameters(Operation operation) {
        return operation.node().get("parameters").items().stream()
                .map(operation.contract()::resolve)
                .filter(parameter -> !parameter.get("in").text().equals("header"))
                .flatMap(parameter -> Values.children(parameter, "examples").stream())
                .collect(toSet());
    }

    @OfEachContract
    void noTwoExchangesOfARegisterHaveTheSameRequest(Contract contract) {
        assertThat(registers(contract).map(it -> List.of(it.method(), it.path(), String.valueOf(it.request()))))
                .doesNotHaveDuplicates();
    }

    @OfEachContract
    void noTwoPublicExchangesHaveTheSameName(Contract contract) {
        assertThat(contract.exchanges(Contract.PUBLIC).map(it -> it.path() + it.name()))
                .doesNotHaveDuplicates();
    }

    @OfEachContract
    void everyCodeThatPeopleSeeHasWordsInThreeLanguages(Contract contract) {
        var schemas = contract.root().get("components").get("schemas").entries();
        assertThat(schemas.map(Map.Entry::getValue)
                        .filter(it -> it.get("x-words").isPresent()))
                .allSatisfy(schema -> {
                    var constants =
                            schema.get("enum").items().stream().map(Node::text).collect(toSet());
                    assertThat(Values.children(schema, "x-words")).isEqualTo(constants);
                    assertThat(schema.get("x-words").entries()).allSatisfy(it -> isTranslated(it.getValue()));
                });
    }

    @OfEachContract
    void noFieldIsAskedForTwiceAndNoneIsLeftOut(Contract contract) {
        assertThat(contract.operations()).allSatisfy(operation -> {
            var steps = operation.node().get("x-steps").items();
            var alternatives = operation.node().get("x-alternatives");
            var ways = alternatives.get("ways").items();
            var fields = Values.children(operation.requestSchema(), "properties");
            assertThat(named(steps))
                    .doesNotHaveDuplicates()
                    .isSubsetOf(fields)
                    .hasSize(steps.isEmpty() ? 0 : fields.size());
            assertThat(named(ways)).doesNotHaveDuplicates().isSubsetOf(fields);
            assertThat(Stream.of(steps, ways, alternatives.isPresent() ? List.of(alternatives) : List.<Node>of())
                            .flatMap(List::stream))
                    .allSatisfy(group -> assertThat(LANGUAGES)
                            .noneMatch(language -> group.get(language).text().isBlank()));
        });
    }

    private static List<String> named(List<Node> groups) {
        return groups.stream()
                .flatMap(group -> group.get("fields").items().stream().map(Node::text))
                .toList();
    }

    @OfEachContract
    void everyTextIsThereInThreeLanguages(Contract contract) {
        assertThat(Values.named(contract.root(), TRANSLATED)).isNotEmpty().allSatisfy(ConsistencyTest::isTranslated);
        assertThat(contract.root().get("x-title").isPresent()).isTrue();
        assertThat(contract.root().get("x-summary").isPresent()).isTrue();
    }

    private static void isTranslated(Node texts) {
        assertThat(Values.children(texts)).isEqualTo(LANGUAGES);
        assertThat(texts.entries()).allMatch(text -> !text.getValue().text().isBlank());
    }

    private static Stream<Exchange> registers(Contract contract) {
        return contract.operations()
                .filter(operation -> !operation.path().startsWith(Contract.PUBLIC))
                .flatMap(Operation::exchanges);
    }
}
