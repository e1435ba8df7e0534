package dev.qapi.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example of a register is what its schema says, whatever the media type, and none stands alone. */
class RegisterExamplesTest {

    record Example(Operation operation, String side, String name, Node schema, Node value) {
        @Override
        public String toString() {
            return operation.contract() + " " + operation.path() + ", " + side + ": " + name;
        }
    }

    static Stream<Operation> operations() {
        return Contract.registers().stream().flatMap(Contract::operations);
    }

    static Stream<Example> examples() {
        return operations().flatMap(it -> Stream.concat(requests(it), answers(it)));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleIsWhatItsSchemaSays(Example example) {
        assertThat(Schemas.errors(
                        example.operation().contract(),
                        example.schema(),
                        example.value().value()))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyOperationHasAnExampleAndEveryRequestAnAnswer(Operation operation) {
        assertThat(names(answers(operation))).isNotEmpty().containsAll(names(requests(operation)));
        assertThat(operation.node().get("requestBody").isPresent())
                .isEqualTo(!names(requests(operation)).isEmpty());
    }

    /** A register echoes what was asked, but for the kind of document: a reply about somebody else is told by it. */
    @ParameterizedTest
    @MethodSource("operations")
    void theSubjectIsWhatWasAsked(Operation operation) {
        assertThat(operation
                        .exchanges()
                        .filter(it -> new Node(it.answer()).get("subject").isPresent()))
                .allSatisfy(it -> {
                    var request = new Node(it.request());
                    assertThat(new Node(it.answer()).get("subject").entries())
                            .isNotEmpty()
                            .allMatch(field -> Objects.equals(request.get(field.getKey()), field.getValue()));
                });
    }

    private static Stream<Example> requests(Operation operation) {
        return examples(operation, "request", operation.node().get("requestBody"));
    }

    private static Stream<Example> answers(Operation operation) {
        return operation
                .node()
                .get("responses")
                .entries()
                .flatMap(response -> examples(
                        operation, response.getKey(), operation.contract().resolve(response.getValue())));
    }

    private static Stream<Example> examples(Operation operation, String side, Node body) {
        return body.get("content")
                .entries()
                .flatMap(content -> content.getValue()
                        .get("examples")
                        .entries()
                        .map(example -> new Example(
                                operation,
                                side,
                                example.getKey(),
                                content.getValue().get("schema"),
                                example.getValue().get("value"))));
    }

    private static Set<String> names(Stream<Example> examples) {
        return examples.map(Example::name).collect(Collectors.toSet());
    }
}
