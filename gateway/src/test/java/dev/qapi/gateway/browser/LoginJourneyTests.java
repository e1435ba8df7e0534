package dev.qapi.gateway.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.time.Year;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Through the simulated myGov and back, as somebody with a browser goes; the whole sandbox is there. */
@ExtendWith(SharedSandbox.class)
class LoginJourneyTests {

    private static Chromium chromium;

    @BeforeAll
    static void open(Chromium shared) {
        chromium = shared;
    }

    @ParameterizedTest
    @CsvSource({
        "az, true, Şirkətimin kvotası, Fəaliyyət və məşğuliyyət üzrə",
        "ru, false, Квота моей компании, По видам деятельности и занятиям",
        "en, true, My company’s quota, By activity and occupation",
    })
    void somebody_with_several_companies_sees_the_quota_of_the_one_they_chose(
            String language, boolean scripts, String quota, String table) {
        var page = scripts ? chromium.visit(Chromium.PHONE) : chromium.visitWithoutScripts(Chromium.PHONE);
        page.navigate("/?lang=" + language);
        page.locator(".account a").click();
        page.locator("button[value=company-owner]").click();
        assertThat(page.locator("h1")).isVisible();
        looksFine(page, language, scripts);
        page.locator("input[name=company]").nth(2).check();
        page.locator("form[action='/account/company'] button").click();
        assertThat(page.locator(".account")).containsText("Bakı Mebel Fabriki MMC");
        page.locator(".offers a", new Page.LocatorOptions().setHasText(quota)).click();
        assertThat(page.locator("caption").last()).hasText(table);
        assertThat(page.locator("h1")).hasText(quota);
        looksFine(page, language, scripts);
        assertThat(page.url()).endsWith("/quota/report");
        page.navigate("/restrictions/own");
        assertThat(page.locator(".trouble")).isVisible();
        page.navigate("/account");
        page.locator("form[action='/logout'] button").click();
        page.navigate("/quota/report");
        assertThat(page.url()).doesNotContain("/quota/report"); // to myGov it goes
        page.context().close();
    }

    @Test
    void a_person_who_is_barred_reads_why_and_what_lifts_it_without_typing_anything() {
        var page = chromium.visit(Chromium.PHONE);
        page.navigate("/restrictions?lang=en");
        page.locator(".own a").first().click();
        page.locator("button[value=unpaid-fine-entry-bar]").click();
        assertThat(page.locator("h1")).hasText("My restrictions");
        assertThat(page.locator("main")).containsText("826288104467");
        assertThat(page.url()).endsWith("/restrictions/own");
        page.locator(".languages a[lang=ru]").click();
        assertThat(page.locator("h1")).hasText("Мои ограничения");
        page.navigate("/applications");
        page.locator("input[value=PASSPORT]").check();
        page.locator("#document-number").fill("C01234567");
        page.locator("#birthDate-day").fill("12");
        page.locator("#birthDate-month").fill("4");
        page.locator("#birthDate-year").fill("1990");
        page.locator("#citizenship").selectOption("TUR");
        page.locator(".inquiry .send").click();
        assertThat(page.locator("h2.status")).isVisible(); // a form of whoever is logged in carries its token
        page.context().close();
    }

    @ParameterizedTest
    @CsvSource({
        "az, true, Dövlət Miqrasiya Xidməti",
        "ru, false, Государственная миграционная служба",
        "en, true, State Migration Service"
    })
    void a_citizen_gives_notice_and_finds_it_again(String language, boolean scripts, String addressee) {
        var page = scripts ? chromium.visit(Chromium.PHONE) : chromium.visitWithoutScripts(Chromium.PHONE);
        page.navigate("/account?lang=" + language);
        page.locator("button[value=acquired-foreign-citizenship]").click();
        page.navigate("/citizenship-notices");
        looksFine(page, language, scripts);
        page.locator("#citizenship").selectOption("TUR");
        page.locator("#acquired-day").fill("4");
        page.locator("#acquired-month").fill("11");
        page.locator("#acquired-year").fill("2026");
        page.locator("input[value=IN_COUNTRY]").check();
        page.locator(".inquiry .send").click();
        looksFine(page, language, scripts);
        page.locator(".check .send").click();
        assertThat(page.locator("main")).containsText(addressee);
        looksFine(page, language, scripts);
        page.navigate("/citizenship-notices/own");
        assertThat(page.locator("main")).containsText(addressee);
        looksFine(page, language, scripts);
        for (var other : List.of("/own-data", "/own-data/corrections", "/stay-extensions/own", "/status", "/quota")) {
            page.navigate(other);
            looksFine(page, language, scripts);
        }
        page.context().close();
    }

    @Test
    void a_company_fills_in_its_forecast_row_by_row() {
        var page = chromium.visit(Chromium.PHONE);
        page.navigate("/account?lang=en");
        page.locator("button[value=company-owner]").click();
        page.locator("input[name=company]").nth(2).check();
        page.locator("form[action='/account/company'] button").click();
        page.navigate("/labour-forecasts/own");
        looksFine(page, "en", true);
        page.navigate("/labour-forecasts/" + (Year.now(ZoneId.of("Asia/Baku")).getValue() + 1));
        looksFine(page, "en", true);
        page.context().close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void what_was_typed_while_the_login_ended_is_there_again_after_the_next_one(boolean scripts) {
        var page = scripts ? chromium.visit(Chromium.PHONE) : chromium.visitWithoutScripts(Chromium.PHONE);
        page.navigate("/account?lang=en");
        page.locator("button[value=clean-record]").click();
        page.navigate("/letters");
        page.locator("#text").fill("Three evenings\u2019 work");
        page.context().clearCookies();
        page.locator(".inquiry .send").click();
        assertThat(page.locator(".trouble[data-status='401']")).isVisible();
        assertThat(page.locator("#text")).hasValue("Three evenings\u2019 work");
        page.locator("main a[role=button]").click();
        page.locator("button[value=clean-record]").click();
        assertThat(page.locator("#text")).hasValue("Three evenings\u2019 work");
        assertThat(page.url()).endsWith("/letters");
        page.navigate("/letters");
        assertThat(page.locator("#text")).hasValue("");
        page.context().close();
    }

    @Test
    void news_are_told_to_whoever_looks_at_their_own() {
        var page = chromium.visit(Chromium.PHONE);
        page.navigate("/account?lang=en");
        page.locator("button[value=registered]").click();
        page.navigate("/letters/own");
        var other = page.context().newPage();
        other.navigate("/letters");
        other.locator("#text").fill("How do I extend my registration?");
        other.locator("#topic").selectOption("REGISTRATION");
        other.locator("input[name=answerIn]").first().check();
        Place.send(other);
        var number = other.locator("#number").textContent();
        assertThat(page.locator("#news")).containsText("Something has changed");
        assertThat(page.locator("main")).containsText(number);
        page.context().close();
    }

    @Test
    void every_form_can_be_filled_in_and_sent_by_keyboard_alone() {
        var page = chromium.visit(Chromium.PHONE);
        page.navigate("/?lang=en");
        var offers = page.locator(".offers a").all().stream()
                .map(offer -> offer.getAttribute("href"))
                .toList();
        assertThat(offers).hasSizeGreaterThan(8);
        for (var offer : offers) {
            page.navigate(offer);
            if (page.locator(".inquiry").count() == 0) {
                continue;
            }
            var hidden = "[type=hidden], .unseen, [data-way] *, :not(input, select, textarea)";
            var inputs = page.locator(".inquiry [name]:not(" + hidden + ")").all().stream()
                    .map(input -> input.getAttribute("name"))
                    .collect(Collectors.toSet());
            var reached = new HashSet<String>();
            for (var presses = 0;
                    presses < 90 && page.locator(".inquiry .send:focus").count() == 0;
                    presses++) {
                page.keyboard().press("Tab");
                var name = String.valueOf(page.evaluate("document.activeElement.name"));
                reached.add(name);
                if (name.equals("_way")) {
                    page.keyboard().press("Space");
                }
                if (page.locator(".onward a:focus").count() > 0) {
                    page.keyboard().press("Enter");
                }
            }
            assertThat(reached).as(offer).containsAll(inputs);
            page.keyboard().press("Enter");
            assertThat(page.locator(".trouble")).isFocused();
        }
        page.context().close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"az", "ru"})
    void a_quota_is_drawn_above_its_tables(String language) {
        var page = chromium.visit(Chromium.PHONE);
        page.navigate("/quota?lang=" + language);
        assertThat(page.locator(".chart canvas")).hasCount(2);
        assertThat((Boolean) page.evaluate("[...document.querySelectorAll('.chart canvas')].every(it =>"
                        + " it.getContext('2d').getImageData(0, 0, it.width, it.height).data.some(byte => byte > 0))"))
                .isTrue();
        assertThat((int) page.evaluate("performance.getEntries().reduce((sum, it) => sum + (it.transferSize ?? 0), 0)"))
                .isBetween(20_000, 100_000);
        var months = page.locator(".chart [role=slider]").first();
        var now = months.getAttribute("aria-valuetext");
        months.press("Home");
        assertThat(months).not().hasAttribute("aria-valuetext", now);
        assertThat(page.locator(".chart figcaption").first()).hasText(months.getAttribute("aria-valuetext"));
        var file = page.waitForDownload(() -> page.locator(".tables a").first().click());
        assertThat(file.suggestedFilename()).matches("quota-[0-9]{4}[.]xlsx");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        for (var leading : List.of("header nav", "footer nav", ".tables", ".back", ".own")) {
            assertThat(page.locator(leading).first()).isHidden();
        }
        assertThat(page.locator("table.figures")).hasCount(2);
        assertThat(page.locator("table.figures").last()).isVisible();
        assertThat(page.locator(".chart canvas").first()).isVisible();
        assertThat(chromium.complaints).noneMatch(complaint -> complaint.contains("/quota"));
        page.context().close();
    }

    @Test
    void without_scripts_the_tables_of_a_quota_stand_alone() {
        var page = chromium.visitWithoutScripts(Chromium.PHONE);
        page.navigate("/quota?lang=en");
        assertThat(page.locator(".chart")).hasCount(0);
        assertThat(page.locator("table.figures")).hasCount(2);
        assertThat(page.locator("table.figures").first()).isVisible();
        assertThat(page.locator("button[data-print]")).isHidden();
        page.context().close();
    }

    private static void looksFine(Page page, String language, boolean scripts) {
        assertThat(page.locator("html")).hasAttribute("lang", language);
        if (scripts) {
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(Chromium.PHONE);
            // our pages have no frames, whose findings are all that this leaves out
            var found = new AxeBuilder(page).setLegacyMode(true).analyze().getViolations();
            assertThat(found)
                    .extracting(rule -> rule.getId() + " " + rule.getNodes())
                    .isEmpty();
        }
    }
}
