package dev.qapi.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;

class ContractTest {

    private final Contract contract = Contract.all().stream()
            .filter(it -> it.id().equals("applications"))
            .findFirst()
            .orElseThrow();

    @Test
    void isFoundOnTheClassPathByItsName() {
        assertThat(contract.root().get("openapi").text()).isEqualTo("3.1.0");
        assertThat(contract).asString().isEqualTo("applications");
    }

    @Test
    void examplesOfOneNameAreOneExchange() {
        var exchange = contract.exchanges(Contract.PUBLIC)
                .filter(it -> it.name().equals("several-malformed-fields"))
                .findFirst()
                .orElseThrow();
        assertThat(exchange.method()).isEqualTo("POST");
        assertThat(exchange.path()).isEqualTo("/api/v1/applications/track");
        assertThat(exchange.headers()).containsOnly(Map.entry("Accept-Language", "en"));
        assertThat(exchange.status()).isEqualTo(400);
        assertThat(exchange.mediaType()).isEqualTo("application/problem+json");
        assertThat(new Node(exchange.request()).get("citizenship").text()).isEqualTo("Turkey");
        assertThat(new Node(exchange.answer()).get("errors").items()).hasSize(5);
        assertThat(exchange).asString().isEqualTo("applications: several-malformed-fields");
    }

    @Test
    void theAnswerToEverybodyElseIsNoExchange() {
        var search = contract.operations()
                .filter(it -> it.path().startsWith("/r1/"))
                .findFirst()
                .orElseThrow();
        assertThat(search.otherwise()).get().returns("nobody-else", Exchange::name);
        assertThat(search.exchanges()).isNotEmpty().noneMatch(it -> it.name().equals("nobody-else"));
    }

    @Test
    void referencesAreFollowedAndWhatIsMissingStaysMissing() {
        var document = contract.schema("TrackingInquiry").get("properties").get("document");
        assertThat(contract.resolve(document).get("required").items())
                .extracting(Node::text)
                .containsExactly("type", "number");
        assertThat(contract.schema("Nothing").get("of").get("this").isPresent()).isFalse();
        assertThat(contract.schema("Nothing").text()).isEmpty();
    }

    @Test
    void wordsAreInTheReadersLanguage() {
        assertThat(contract.words("Holder", "APPLICANT", "az")).isEqualTo("Sizdə");
        assertThat(contract.words("Holder", "APPLICANT", "ru")).isEqualTo("У вас");
        assertThat(contract.words("Holder", "APPLICANT", "en")).isEqualTo("You");
    }

    @Test
    void aDateIsATextAndAKeyIsNotGivenTwice() {
        assertThat(yaml("since: 2026-01-31").get("since").value()).isEqualTo("2026-01-31");
        assertThatThrownBy(() -> yaml("{ a: 1, a: 2 }")).hasMessageContaining("duplicate key");
    }

    private static Node yaml(String text) {
        return Yamls.read(new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)));
    }
}
