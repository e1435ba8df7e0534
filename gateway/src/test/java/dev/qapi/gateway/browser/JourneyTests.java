package dev.qapi.gateway.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.LoadState;
import dev.qapi.fake.WithFakeGateway;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** From the home page to an answer. */
@WithFakeGateway
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JourneyTests {

    private Chromium chromium;

    @BeforeAll
    void open(@LocalServerPort int port) {
        chromium = new Chromium(port);
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    @ParameterizedTest
    @CsvSource({
        "az,Müraciətinizə baxılır,1 dekabr 2026",
        "ru,Ваше заявление рассматривается,1 декабря 2026 г.",
        "en,Your application is being examined,1 December 2026",
    })
    void works_without_scripts(String language, String status, String until) {
        var page = chromium.visitWithoutScripts(390);
        page.navigate("/?lang=" + language);
        page.locator(".offers a").first().click();
        page.locator("input[value=PASSPORT]").check();
        page.locator("#document-number").fill("C01234567");
        page.locator("#birthDate-day").fill("12");
        page.locator("#birthDate-month").fill("4");
        page.locator("#birthDate-year").fill("1990");
        page.locator("#citizenship").selectOption("TUR");
        page.locator(".inquiry > button").click();
        assertThat(page.locator("h2.status")).hasText(status);
        assertThat(page.locator(".facts")).containsText(until);
        assertThat(page.url()).doesNotContain("C01234567").doesNotContain("1990");
    }

    @Test
    void works_by_keyboard_alone() {
        var page = chromium.visit(390);
        page.navigate("/?lang=en");
        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        page.keyboard().press("Enter");
        tabTo(page, ".offers a");
        page.keyboard().press("Enter");
        tabTo(page, "#document-type-0");
        page.keyboard().press("Space");
        type(page, "#document-number", "c0123 4567");
        type(page, "#birthDate-day", "12");
        type(page, "#birthDate-month", "4");
        type(page, "#birthDate-year", "1990");
        type(page, "#citizenship", "Tü");
        tabTo(page, ".inquiry > button");
        page.keyboard().press("Enter");
        assertThat(page.locator("h2.status")).hasText("Your application is being examined");
    }

    @Test
    void a_mistake_leads_to_its_field() {
        var page = chromium.visit(390);
        Place.MISTAKES.open(page, "en");
        page.locator(".trouble li a").nth(2).press("Enter");
        assertThat(page.locator("#birthDate-day")).isFocused();
    }

    @Test
    void another_language_keeps_the_answer() {
        var page = chromium.visitWithoutScripts(390);
        Place.ANSWER.open(page, "en");
        page.locator(".languages button[lang=ru]").click();
        assertThat(page.locator("h2.status")).hasText("Ваше заявление рассматривается");
        page.locator(".again .secondary").click();
        assertThat(page.locator("#document-number")).hasValue("C01234567");
        assertThat(page.locator(".inquiry > button")).hasText("Узнать");
        page.locator(".languages button[lang=az]").click();
        assertThat(page.locator("#document-number")).hasValue("C01234567");
    }

    @Test
    void a_first_visit_is_light() {
        var page = chromium.visit(390);
        var answers = new ArrayList<Response>();
        page.onResponse(answers::add);
        page.navigate("/applications?lang=ru");
        page.waitForLoadState(LoadState.NETWORKIDLE);
        var bytes = List.copyOf(answers).stream()
                .mapToInt(answer -> answer.request().sizes().responseBodySize)
                .sum();
        assertThat(bytes).as("bytes on the way").isPositive().isLessThan(100_000);
    }

    @Test
    void the_viewer_of_the_documentation_shows_the_public_path() {
        var page = chromium.visit(Chromium.DESK);
        Place.DOCS.open(page, "en");
        assertThat(page.locator("#viewer .opblock-summary-path").first()).containsText("/api/v1/applications");
        assertThat(chromium.complaints).isEmpty();
    }

    private static void type(Page page, String field, String text) {
        tabTo(page, field);
        page.keyboard().type(text);
    }

    private static void tabTo(Page page, String target) {
        for (var presses = 0; presses < 30; presses++) {
            if (page.locator(target + ":focus").count() > 0) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("no way by keyboard to " + target);
    }
}
