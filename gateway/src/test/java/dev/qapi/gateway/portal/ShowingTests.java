package dev.qapi.gateway.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qapi.gateway.language.Language;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;

/** An e-service without a template of its own is shown too. */
class ShowingTests {

    @Test
    void every_value_has_a_label_and_a_code_is_told_by_its_words() {
        var application = Map.of("paymentNumber", "0045", "kind", Map.of("code", "X", "text", "Permit"));
        var shown = shown(Map.of("applications", List.of(application)));
        assertThat(shown.parts()).extracting(Shown.Part::label).containsExactly("Applications");
        var parts = shown.parts().getFirst().value().items().getFirst().parts();
        assertThat(parts)
                .containsExactlyInAnyOrder(
                        new Shown.Part("Payment number", Shown.text("0045")),
                        new Shown.Part("Kind", Shown.text("Permit")));
    }

    @Test
    void what_is_missing_is_empty() {
        assertThat(shown(Map.of("applications", List.of()))
                        .parts()
                        .getFirst()
                        .value()
                        .isEmpty())
                .isTrue();
    }

    private static Shown shown(Map<String, Object> data) {
        var inquiry = new Offers().of("applications").inquiry().orElseThrow();
        return Showing.of(inquiry, new Reply(200, new HttpHeaders(), Map.of("data", data)), Language.EN);
    }
}
