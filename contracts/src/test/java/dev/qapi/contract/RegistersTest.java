package dev.qapi.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every register's document keeps to, so that the simulated government can be built from it. */
class RegistersTest {

    private static final Set<String> TRANSPORTS = Set.of("EHIS", "ASAN_BRIDGE", "DIRECT");

    @ParameterizedTest
    @MethodSource("registers")
    @Retention(RetentionPolicy.RUNTIME)
    private @interface OfEachRegister {}

    static List<Contract> registers() {
        return Contract.registers();
    }

    @Test
    void theRegistersAreFoundAndNoneIsAnEService() {
        assertThat(registers())
                .extracting(Contract::id)
                .contains(
                        "asan-bridge", "avis", "document-flow", "enforcement", "gpp", "iamas", "visa", "vmms", "vvadq");
        assertThat(Contract.all()).extracting(Contract::id).doesNotContain("vmms", "gpp");
    }

    @Test
    void noTwoHaveTheSameNameOrAddress() {
        assertThat(registers().stream().map(RegistersTest::name))
                .doesNotHaveDuplicates()
                .contains(
                        "VMMS", "IAMAS", "AVIS", "VVADQ", "VISA", "ENFORCEMENT", "DOCUMENT_FLOW", "GPP", "ASAN_BRIDGE");
        assertThat(registers().stream()
                        .flatMap(register ->
                                servers(register).map(it -> it.get("url").text())))
                .doesNotHaveDuplicates();
    }

    @Test
    void aPathThatAnotherFileDescribesIsNoOperation() {
        var vmms = registers().stream()
                .filter(it -> it.id().equals("vmms"))
                .findFirst()
                .orElseThrow();
        assertThat(Values.children(vmms.root(), "paths")).contains("/applications/search");
        assertThat(vmms.operations())
                .hasSize(9)
                .allMatch(it -> it.method().equals("POST"))
                .noneMatch(it -> it.path().equals("/applications/search"));
    }

    @OfEachRegister
    void itHasANameAndSaysOverWhichTransportItIsReached(Contract register) {
        assertThat(name(register)).matches("[A-Z_]+");
        assertThat(servers(register)).isNotEmpty().allSatisfy(server -> {
            assertThat(server.get("url").text()).matches("http://localhost:[0-9]+(/.*[^/])?");
            assertThat(TRANSPORTS).contains(server.get("x-transport").text());
        });
    }

    @OfEachRegister
    void everyOperationHasANameOfItsOwnAndSaysHowItRefuses(Contract register) {
        assertThat(register.operations().map(it -> it.node().get("operationId").text()))
                .doesNotContain("")
                .doesNotHaveDuplicates();
        assertThat(register.operations().map(Operation::node)).allSatisfy(node -> {
            assertThat(node.get("summary").text()).isNotBlank();
            assertThat(Values.children(node, "responses")).anyMatch(status -> status.startsWith("4"));
        });
    }

    @OfEachRegister
    void everyReferencePointsToSomethingThatIsThere(Contract register) {
        assertThat(Values.named(register.root(), Set.of("$ref")).map(Node::text))
                .allSatisfy(reference -> assertThat(
                                References.target(register, reference).isPresent())
                        .as(reference)
                        .isTrue());
    }

    @OfEachRegister
    void aRequestHasNoFieldThatItsSchemaDoesNotName(Contract register) {
        var schemas = register.operations()
                .flatMap(it -> it.node().get("requestBody").get("content").entries())
                .map(content -> register.resolve(content.getValue().get("schema")));
        assertThat(schemas).allSatisfy(schema -> {
            assertThat(schema.get("additionalProperties").value()).isEqualTo(false);
            assertThat(schema.get("required").isPresent() || schema.get("oneOf").isPresent())
                    .isTrue();
        });
    }

    private static String name(Contract register) {
        return register.root().get("info").get("x-register").text();
    }

    private static Stream<Node> servers(Contract register) {
        return register.root().get("servers").items().stream();
    }
}
