package dev.qapi.gateway.prefill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qapi.contract.Contract;
import dev.qapi.contract.Node;
import dev.qapi.contract.Operation;
import dev.qapi.contract.Prefill;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a contract has a register fill in, that register can be asked for. */
class PrefillsInContractsTests {

    private static final String RECEIPT = "Receipt";

    static Stream<Operation> forms() {
        return Contract.all().stream()
                .flatMap(Contract::operations)
                .filter(operation -> !operation.prefills().isEmpty());
    }

    @Test
    void thereIsOne() {
        assertThat(forms().map(Operation::path)).contains("/api/v1/letters/own");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void itsRegisterHasThePlacesThatItNames(Operation form) {
        for (var field : form.prefills()) {
            var register = Contract.registers().stream()
                    .filter(it -> it.root()
                            .get("info")
                            .get("x-register")
                            .text()
                            .equals(field.register().name()))
                    .findFirst()
                    .orElseThrow();
            assertThat(field.values())
                    .isNotEmpty()
                    .allSatisfy(place -> assertThat(
                                    schema(register, field, place).get("type").text())
                            .as(place)
                            .isEqualTo("string"));
        }
    }

    private static Node schema(Contract register, Prefill field, String place) {
        var asked = register.operations()
                .filter(it -> it.path().equals("/" + field.search() + "/search"))
                .findFirst()
                .orElseThrow();
        var content = asked.node().get("responses").get("200").get("content").get("application/json");
        var node = register.resolve(content.get("schema"));
        for (var step : place.substring(1).split("/", -1)) {
            node = register.resolve(node.get("properties").get(step));
        }
        return node;
    }

    /** Only of whoever is logged in for themselves is anything known; the field may be left out; the receipt says where it comes from. */
    @ParameterizedTest
    @MethodSource("forms")
    void itIsAFilingByAPersonThatNeedNotSendIt(Operation form) {
        assertThat(form.node().get("x-allowed-to").items())
                .extracting(Node::text)
                .containsExactly("PERSON");
        assertThat(form.requestSchema().get("required").items())
                .extracting(Node::text)
                .doesNotContainAnyElementsOf(
                        form.prefills().stream().map(Prefill::name).toList());
        var receipt = form.contract().schema(RECEIPT).get("properties");
        assertThat(receipt.get("supplied").isPresent()).isTrue();
    }
}
