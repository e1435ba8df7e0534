package dev.qapi.gateway.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qapi.fake.WithFakeGateway;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.reactive.function.BodyInserters;

@WithFakeGateway
class PortalTests {

    @LocalServerPort
    private int port;

    private WebTestClient browser;

    @BeforeEach
    void open() {
        browser = WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .defaultHeader("Accept", "text/html")
                .build();
    }

    @ParameterizedTest
    @CsvSource({"az,Müraciətlərin izlənməsi", "ru,Отслеживание заявлений", "en,Application tracking"})
    void home_lists_the_services_of_the_contracts_in_every_language(String language, String title) {
        var page = get("/?lang=" + language);
        assertThat(page.getResponseBody())
                .contains("<html lang=\"" + language)
                .contains(title, "href=\"/applications\"");
        assertThat(page.getResponseHeaders().getFirst("Content-Language")).isEqualTo(language);
        assertThat(page.getResponseHeaders().getVary()).contains("Accept-Language", "Cookie");
        assertThat(page.getResponseCookies().getFirst("lang"))
                .isNotNull()
                .satisfies(cookie -> assertThat(cookie.getValue()).isEqualTo(language));
    }

    @ParameterizedTest
    @CsvSource({
        "az, giriş-çıxış və qeydiyyat sistemi",
        "ru, система учёта въезда и выезда",
        "en, the entry-exit and registration system"
    })
    void an_outage_is_told_before_the_form_is_filled_in(String language, String register) {
        assertThat(page("/restrictions?lang=" + language)).contains(register).contains("data-whole=\"true\"");
        assertThat(page("/applications?lang=" + language)).doesNotContain("data-whole");
    }

    private String page(String path) {
        return Objects.requireNonNull(browser.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    @Test
    void an_answer_is_for_nobody_to_keep_and_its_question_is_not_in_its_address() {
        var page = ask("en", "C01234567", "2026");
        assertThat(page.getStatus().value()).isEqualTo(200);
        assertThat(page.getResponseHeaders().getCacheControl()).isEqualTo("no-store");
        assertThat(page.getResponseBody())
                .contains("Your application is being examined", "1 December 2026", "As of 14:05 today")
                .doesNotContain("?document");
    }

    @ParameterizedTest
    @CsvSource({
        "STALE0001,The register does not answer now.,21:40 on 22 November 2026",
        "CACHED001,The register said this at 13:55 today.,still holds",
        "PARTIAL01,The answer is not complete.,Do not rely on this answer",
    })
    void the_age_of_an_answer_is_said_in_words(String number, String first, String second) {
        assertThat(ask("en", number, "1990").getResponseBody()).contains(first, second);
    }

    @Test
    void a_mistake_is_told_at_the_top_and_at_its_field_and_everything_typed_is_kept() {
        var page = ask("ru", "ЖЖ", "1990");
        assertThat(page.getStatus().value()).isEqualTo(400);
        assertThat(page.getResponseBody())
                .contains(
                        "href=\"#document-number\"",
                        "id=\"document-number-mistake\"",
                        "value=\"ЖЖ\"",
                        "value=\"1990\"");
    }

    @Test
    void an_outage_says_when_to_come_back_and_what_to_quote() {
        var page = ask("en", "DOWN00001", "1990");
        assertThat(page.getStatus().value()).isEqualTo(503);
        assertThat(page.getResponseHeaders().getFirst("Retry-After")).isEqualTo("30");
        assertThat(page.getResponseBody()).contains("We could not check now", "Try again in 30 s", "Request number");
    }

    @Test
    void a_page_and_its_question_are_one_request_to_whoever_reads_a_log() {
        var page = ask("en", "DOWN00001", "1990");
        var trace = Objects.requireNonNull(page.getResponseHeaders().getFirst("traceparent"));
        assertThat(page.getResponseBody()).contains(trace.substring(3, 35));
    }

    @Test
    void a_registers_text_is_text() {
        assertThat(ask("az", "MANY00001", "1990").getResponseBody())
                .contains("&lt;script&gt;", "0045 1177 2026", "3 dekabr 2026")
                .doesNotContain("<script>"); // our own say where they come from
    }

    @Test
    void the_language_switch_of_an_answer_posts_what_was_asked() {
        assertThat(ask("en", "C01234567", "1990").getResponseBody())
                .contains("formaction=\"?lang=ru\"", "name=\"document.number\" value=\"C01234567\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/problems/nothing", "/docs/nothing.json", "/applications?persona=nobody"})
    void what_is_not_there_is_a_page(String path) {
        var page = get(path + (path.contains("?") ? "&" : "?") + "lang=en");
        assertThat(page.getStatus().value()).isEqualTo(path.contains("persona") ? 200 : 404);
        assertThat(page.getResponseBody()).contains("<html lang=\"en\"");
    }

    @Test
    void the_apis_own_errors_stay_json_whoever_asks() {
        var answer = get("/api/v1/nothing");
        assertThat(answer.getResponseHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
    }

    private EntityExchangeResult<String> get(String path) {
        return browser.get().uri(path).exchange().expectBody(String.class).returnResult();
    }

    private EntityExchangeResult<String> ask(String language, String number, String year) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("document.type", "PASSPORT");
        form.add("document.number", number);
        form.add("birthDate.year", year);
        form.add("citizenship", "TUR");
        return browser.post()
                .uri("/applications?lang=" + language)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(BodyInserters.fromFormData(form))
                .exchange()
                .expectBody(String.class)
                .returnResult();
    }
}
