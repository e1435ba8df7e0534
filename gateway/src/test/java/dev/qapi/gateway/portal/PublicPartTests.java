package dev.qapi.gateway.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qapi.contract.Contract;
import dev.qapi.contract.Node;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PublicPartTests {

    static List<Contract> contracts() {
        return Contract.all();
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void shows_no_path_of_a_register_and_no_schema_that_only_a_register_needs(Contract contract) {
        var document = new Node(PublicPart.of(contract));
        assertThat(document.get("paths").entries())
                .isNotEmpty()
                .allMatch(path -> path.getKey().startsWith("/api/"));
        assertThat(document.toString()).doesNotContain("/r1/");
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void keeps_everything_that_is_referred_to(Contract contract) {
        var kept = new Contract(contract.id(), new Node(PublicPart.of(contract)));
        assertThat(references(kept.root()))
                .allMatch(reference ->
                        kept.resolve(new Node(Map.of("$ref", reference))).isPresent());
    }

    @Test
    void application_tracking_keeps_its_answer_and_hides_its_register() {
        var schemas = new Node(PublicPart.of(new Offers().of("applications").contract()))
                .get("components")
                .get("schemas");
        assertThat(schemas.entries().map(Map.Entry::getKey))
                .contains("TrackedAnswer", "Problem", "DocumentType")
                .doesNotContain("VmmsReply", "VmmsSearch");
    }

    private static Stream<String> references(Node node) {
        var here = Stream.of(node.get("$ref").text()).filter(reference -> !reference.isEmpty());
        var below = Stream.concat(node.entries().map(Map.Entry::getValue), node.items().stream());
        return Stream.concat(here, below.flatMap(PublicPartTests::references));
    }
}
