package dev.qapi.gateway.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpCookie;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

class ReaderLanguageTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | en",
                "en-GB,en;q=0.9 | en",
                "fr;q=0.9,ru;q=0.4,en;q=0.8 | en",
                "en;q=0.1,ru-RU;q=0.7 | ru",
                "en;q=0,ru;q=0.1 | ru",
                "de,* | az",
                "; not a header ;; | az",
                "'' | az",
            })
    void the_best_of_the_three_is_chosen_and_azerbaijani_for_everybody_else(String header, String language) {
        assertThat(language(MockServerHttpRequest.get("/").header("Accept-Language", header)))
                .isEqualTo(language);
    }

    @Test
    void a_choice_goes_before_a_memory_and_a_memory_before_a_preference() {
        var remembered = MockServerHttpRequest.get("/").cookie(new HttpCookie("lang", "ru"));
        assertThat(language(remembered.header("Accept-Language", "en"))).isEqualTo("ru");
        var chosen = MockServerHttpRequest.get("/?lang=az").cookie(new HttpCookie("lang", "ru"));
        assertThat(language(chosen)).isEqualTo("az");
    }

    @Test
    void the_api_knows_the_header_only() {
        var call = MockServerHttpRequest.get("/api/v1/x?lang=az").cookie(new HttpCookie("lang", "ru"));
        assertThat(language(call.header("Accept-Language", "en"))).isEqualTo("en");
    }

    @Test
    void what_is_none_of_ours_is_not_chosen() {
        assertThat(language(MockServerHttpRequest.get("/?lang=../xx").header("Accept-Language", "ru")))
                .isEqualTo("ru");
    }

    private static String language(MockServerHttpRequest.BaseBuilder<?> request) {
        var context = new ReaderLanguage().resolveLocaleContext(MockServerWebExchange.from(request));
        return Objects.requireNonNull(context.getLocale()).getLanguage();
    }
}
