package dev.qapi.gateway.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.LoadState;
import dev.qapi.fake.WithFakeGateway;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
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
        page.locator(".inquiry .send").click();
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
        tabTo(page, ".inquiry .send");
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
    void an_answer_takes_the_place_of_its_form_and_the_way_back_leads_to_what_was_typed() {
        var page = chromium.visit(390);
        page.navigate("/applications?persona=residence-under-review&lang=en");
        page.evaluate("window.stays = true");
        page.locator("#document-number").fill("C0123 4567");
        page.locator("#citizenship").selectOption("TUR");
        page.locator(".inquiry .send").click();
        assertThat(page.locator("h2.status")).isFocused();
        assertThat(page.url()).endsWith("/applications");
        page.goBack();
        assertThat(page.locator("#document-number")).hasValue("C0123 4567");
        assertThat(page.locator("#citizenship")).hasValue("TUR");
        page.goForward();
        assertThat(page.locator("h2.status")).isVisible();
        page.goBack();
        page.locator("#document-number").fill("");
        page.locator(".inquiry .send").press("Enter");
        assertThat(page.locator(".trouble")).isFocused();
        page.locator(".trouble li a").click();
        assertThat(page.locator("#document-number")).isFocused();
        page.locator("#document-number").fill("DOWN00001");
        page.locator(".inquiry .send").dblclick();
        assertThat(page.locator(".trouble[data-status='503']")).isFocused();
        assertThat(page.locator("#document-number")).hasValue("DOWN00001");
        assertThat(page.evaluate("window.stays")).isEqualTo(true);
        assertThat(String.valueOf(page.evaluate("JSON.stringify([sessionStorage, localStorage])")))
                .doesNotContain("C0123", "DOWN00001", "being examined");
        assertThat(chromium.complaints).isEmpty();
    }

    @Test
    void a_question_is_asked_once_however_often_the_button_is_pressed_and_again_once_there_is_a_connection() {
        var page = chromium.visit(390);
        page.navigate("/applications?persona=residence-under-review&lang=en");
        var asked = new AtomicInteger();
        page.onRequest(request -> asked.addAndGet(request.method().equals("POST") ? 1 : 0));
        page.context().setOffline(true);
        page.locator(".inquiry .send").click();
        assertThat(page.locator("#news")).containsText("What you typed is still here");
        page.context().setOffline(false);
        asked.set(0);
        page.locator(".inquiry .send").dblclick();
        assertThat(page.locator("h2.status")).isVisible();
        assertThat(asked).hasValue(1);
        chromium.complaints.removeIf(complaint -> complaint.matches(".*(ERR_INTERNET_DISCONNECTED|htmx:sendError).*"));
    }

    @Test
    void nobody_takes_one_verdict_on_leaving_for_another() {
        var page = chromium.visit(390);
        var words = new HashSet<String>();
        var signs = new HashSet<Object>();
        var frames = new HashSet<Object>();
        var verdicts = List.of(Place.CLEAR, Place.RESTRICTED, Place.NOT_MATCHED, Place.UNKNOWN);
        for (var verdict : verdicts) {
            verdict.open(page, "en");
            var told = page.locator("main :is(.verdict, .trouble)").first();
            var heading = told.locator("h2").first();
            words.add(heading.textContent());
            signs.add(heading.evaluate("it => getComputedStyle(it, '::before').content"));
            frames.add(told.evaluate("it => getComputedStyle(it).borderLeft"));
        }
        assertThat(words).hasSameSizeAs(verdicts);
        assertThat(signs).hasSameSizeAs(verdicts).noneMatch("none"::equals);
        assertThat(frames).hasSameSizeAs(verdicts);
    }

    @Test
    void another_language_keeps_the_answer() {
        var page = chromium.visitWithoutScripts(390);
        Place.ANSWER.open(page, "en");
        page.locator(".languages button[lang=ru]").click();
        assertThat(page.locator("h2.status")).hasText("Ваше заявление рассматривается");
        page.locator(".again .secondary").click();
        assertThat(page.locator("#document-number")).hasValue("C01234567");
        assertThat(page.locator(".inquiry .send")).hasText("Узнать");
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
