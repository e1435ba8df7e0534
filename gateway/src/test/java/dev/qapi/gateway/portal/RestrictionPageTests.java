package dev.qapi.gateway.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qapi.fake.WithFakeGateway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.reactive.function.BodyInserters;

/** The verdict comes first, and "we could not check" has nothing of "no restriction". */
@WithFakeGateway
class RestrictionPageTests {

    private WebTestClient browser;

    @BeforeEach
    void open(@LocalServerPort int port) {
        browser = WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .defaultHeader("Accept", "text/html")
                .build();
    }

    @ParameterizedTest
    @CsvSource({
        "T9044718, NO_RESTRICTION, Both the entry-exit and registration system and the enforcement register",
        "H60918223, RESTRICTED, give the number of a protocol",
        "X00000000, NOT_MATCHED, This does not mean that there is no restriction"
    })
    void theVerdictIsTheFirstHeadingOfTheAnswer(String number, String verdict, String words) {
        var page = ask("en", number, "");
        assertThat(page.getStatus().value()).isEqualTo(200);
        assertThat(page.getResponseBody()).contains("data-verdict=\"" + verdict + '"', words);
        assertThat(page.getResponseHeaders().getCacheControl()).isEqualTo("no-store");
    }

    @Test
    void causeAndCureAreTold() {
        assertThat(ask("en", "H60918223", "pr 2026 004417").getResponseBody())
                .contains("Pay the fine", "350.00 AZN", "826288104467", "20 September 2026", "11 August 2026")
                .doesNotContain("give the number of a protocol");
    }

    @ParameterizedTest
    @CsvSource({
        "az, gedə bilərsiniz, məhdudiyyət yoxdur",
        "ru, Это не значит, ограничений на въезд и выезд у вас нет",
        "en, This does not mean that you may travel, there is no restriction"
    })
    void whatCouldNotBeCheckedLooksLikeNoVerdict(String language, String said, String never) {
        var page = ask(language, "DOWN00001", "");
        assertThat(page.getStatus().value()).isEqualTo(503);
        assertThat(page.getResponseHeaders().getFirst("Retry-After")).isEqualTo("30");
        assertThat(page.getResponseBody())
                .contains("role=\"alert\"", "data-status=\"503\"", said)
                .doesNotContain("data-verdict", never);
    }

    private EntityExchangeResult<String> ask(String language, String number, String protocol) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("document.type", "PASSPORT");
        form.add("document.number", number);
        form.add("birthDate.year", "1978");
        form.add("citizenship", "IRN");
        form.add("protocolNumber", protocol);
        return browser.post()
                .uri("/restrictions?lang=" + language)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(BodyInserters.fromFormData(form))
                .exchange()
                .expectBody(String.class)
                .returnResult();
    }
}
