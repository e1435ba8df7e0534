package dev.qapi.gateway.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qapi.gateway.support.TestLogins;
import dev.qapi.mock.MockEgov;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.reactive.function.BodyInserters;

/** The page says that it needs a login, asks for consent, and shows what every office holds in the reader's words. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"qapi.sandbox=true", "management.server.port=0"})
@Import(TestLogins.class)
@DirtiesContext
class EvidencePageTests {

    private static final MockEgov GOVERNMENT = MockEgov.start(0);

    private WebTestClient browser;

    @DynamicPropertySource
    static void government(DynamicPropertyRegistry properties) {
        GOVERNMENT.gatewayProperties().forEach((name, value) -> properties.add(name, () -> value));
    }

    @AfterAll
    static void stop() {
        GOVERNMENT.close();
    }

    @BeforeEach
    void open(@LocalServerPort int port) {
        browser = WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .responseTimeout(Duration.ofSeconds(20))
                .defaultHeader("Accept", "text/html")
                .build();
    }

    @ParameterizedTest
    @CsvSource({
        "az, myGov ilə daxil olmaq lazımdır, razıyam",
        "ru, Для этого нужно войти через myGov, Я согласен",
        "en, This needs a login with myGov, I agree that my data"
    })
    void theFormSaysThatItNeedsALoginAndAsksForConsent(String language, String login, String consent) {
        var page = Objects.requireNonNull(browser.get()
                .uri("/evidence?lang=" + language)
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
        assertThat(page).contains(login, consent, "<input type=\"checkbox\" id=\"consent\"");
        assertThat(page).doesNotContain("?persona=", "checked=");
    }

    @ParameterizedTest
    @CsvSource({"az, Bunun üçün daxil olmaq lazımdır", "ru, Для этого нужно войти", "en, This needs a login"})
    void withoutALoginThePageSaysSoAndKeepsWhatWasChosen(String language, String words) {
        var page = ask(language, null, "LETTER", "true");
        assertThat(page.getStatus().value()).isEqualTo(401);
        assertThat(page.getResponseHeaders().getCacheControl()).isEqualTo("no-store");
        assertThat(page.getResponseBody())
                .contains("role=\"alert\"", "data-status=\"401\"", words, "checked=\"checked\"")
                .doesNotContain("<button type=\"submit\" name");
    }

    @Test
    void aBoxThatIsNotTickedIsNoConsent() {
        var page = ask("en", "registers-disagree", "LETTER", null);
        assertThat(page.getStatus().value()).isEqualTo(400);
        assertThat(page.getResponseBody())
                .contains("id=\"consent-mistake\"", "Without your consent we ask no office", "href=\"#consent\"");
    }

    @ParameterizedTest
    @CsvSource({
        "az, Burada belə yazılıb, Vergi sistemi",
        "ru, Здесь записано так, Налоговая система",
        "en, Written here as, Tax system"
    })
    void whatEachOfficeHoldsIsShownInTheReadersWords(String language, String written, String register) {
        var page = ask(language, "registers-disagree", "CORRECTION", "true");
        assertThat(page.getStatus().value()).isEqualTo(200);
        assertThat(page.getResponseHeaders().getCacheControl()).isEqualTo("no-store");
        assertThat(page.getResponseBody()).contains(written, register, "ÖZTÜRK", "OZTURK", "GOEKHAN", "BV-2025-330918");
    }

    private EntityExchangeResult<String> ask(
            String language, @Nullable String login, String purpose, @Nullable String consent) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("purpose", purpose);
        if (consent != null) {
            form.add("consent", consent);
        }
        var request =
                browser.post().uri("/evidence?lang=" + language).contentType(MediaType.APPLICATION_FORM_URLENCODED);
        if (login != null) {
            request.header(TestLogins.HEADER, login);
        }
        return request.body(BodyInserters.fromFormData(form))
                .exchange()
                .expectBody(String.class)
                .returnResult();
    }
}
