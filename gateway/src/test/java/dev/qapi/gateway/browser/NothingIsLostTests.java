package dev.qapi.gateway.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody has typed outlives whatever happens between the first letter and the receipt. */
@ExtendWith(SharedSandbox.class)
class NothingIsLostTests {

    private static final String FAULT = "Qapi-Fault";
    private static final FilePayload PDF =
            new FilePayload("a.pdf", "application/pdf", "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));

    private static Chromium chromium;

    @SuppressWarnings("NullAway.Init") // each test begins with a visit
    private Page page;

    @BeforeAll
    static void open(Chromium shared) {
        chromium = shared;
    }

    private Page visit(boolean scripts) {
        page = scripts ? chromium.visit(Chromium.PHONE) : chromium.visitWithoutScripts(Chromium.PHONE);
        return page;
    }

    @AfterEach
    void leave() {
        page.context().close();
    }

    @ParameterizedTest
    @CsvSource({"true, residence-in-production, 20BB77310", "false, residence-ready-for-collection, 386291047"})
    void who_waits_for_a_silent_register_is_told_so_and_keeps_what_was_typed(
            boolean scripts, String persona, String number) {
        visit(scripts).context().setExtraHTTPHeaders(Map.of(FAULT, "F03@VMMS"));
        page.navigate("/applications?lang=en&persona=" + persona);
        assertThat(page.locator(".inquiry")).containsText("Registers can be slow");
        page.locator(Place.SEND).click();
        if (scripts) {
            assertThat(page.locator("#news")).containsText("Waiting for the answer");
            assertThat(page.locator(".inquiry .send")).isDisabled();
        }
        assertThat(page.locator(".trouble[data-status^='50']"))
                .containsText("This does not mean that nothing was found");
        assertThat(page.locator("#document-number")).hasValue(number);
        assertThat(page.locator("#news")).hasText("");
        assertThat(page.locator(".inquiry .send")).isEnabled();
    }

    @Test
    void an_answer_that_comes_late_comes() {
        visit(true).context().setExtraHTTPHeaders(Map.of(FAULT, "F04@IAMAS"));
        page.navigate("/restrictions?lang=en&persona=clean-record");
        page.locator(Place.SEND).click();
        assertThat(page.locator("h2").first()).containsText("At this moment there is no restriction");
    }

    @Test
    void a_filing_whose_button_is_pressed_twice_is_one() {
        logIn(visit(false), "thirty-days-to-register");
        write("Once");
        page.locator(".inquiry .send").click();
        page.locator(".check .send").dblclick();
        var number = page.locator("#number").textContent();
        page.navigate("/letters/own");
        assertThat(page.locator("section[data-state]")).hasCount(1);
        assertThat(page.locator("main")).containsText(number);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_session_that_ended_while_somebody_wrote_costs_nothing(boolean scripts) {
        logIn(visit(scripts), "two-passports");
        var session = page.context().cookies();
        write("An evening\u2019s work");
        var other = page.context().newPage();
        other.navigate("/account");
        other.locator("form[action='/logout'] button").click();
        page.context().addCookies(session); // the browser still has it, nobody else has
        page.locator(".inquiry .send").click();
        assertThat(page.locator(".trouble[data-status='401']")).isVisible();
        assertThat(page.locator("#text")).hasValue("An evening\u2019s work");
        page.locator("main a[role=button][href^='/login']").click(); // myGov still knows them
        assertThat(page.locator("#text")).hasValue("An evening\u2019s work");
        Place.send(page);
        assertThat(page.locator("#number")).isVisible();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_login_in_another_tab_costs_no_form(boolean scripts) {
        visit(scripts).navigate("/letters?persona=accepted&lang=en");
        Place.goTo(page, page.locator("#text"));
        page.locator("#text").fill("For my mother");
        page.locator("#files").setInputFiles(PDF);
        logIn(page.context().newPage(), "registers-disagree");
        page.locator(".inquiry .send").click();
        assertThat(page.locator(".trouble[data-status='403']")).containsText("logged in or out in another tab");
        assertThat(page.locator(".trouble")).containsText("Choose the files again");
        assertThat(page.locator("#document-number")).hasValue("U31207845");
        assertThat(page.locator("#text")).hasValue("For my mother");
        Place.goTo(page, page.locator(".inquiry .send"));
        page.locator(".inquiry .send").click();
        page.locator(".check .send").click();
        assertThat(page.locator("#number")).isVisible();
    }

    @Test
    void a_logout_in_another_tab_costs_no_row() {
        logIn(visit(false), "company-owner");
        choose(page, 2);
        page.navigate("/labour-forecasts/2028?lang=en");
        page.locator("[name='rows.0.reason']").fill("A new line");
        var other = page.context().newPage();
        other.navigate("/account");
        other.locator("form[action='/logout'] button").click();
        logIn(other, "company-owner");
        choose(other, 2);
        page.locator(".inquiry .send").click();
        assertThat(page.locator(".trouble[data-status='403']")).isVisible();
        assertThat(page.locator("[name='rows.0.reason']")).hasValue("A new line");
    }

    @Test
    void a_form_in_steps_goes_back_and_forth_without_scripts_and_shows_what_is_sent_before_it_counts() {
        visit(false).navigate("/letters?lang=en");
        assertThat(page.locator("#text")).isHidden();
        page.locator("#name").fill("Kemal Yıldız");
        page.locator(".onward a:visible").click();
        assertThat(page.locator("#name")).isHidden();
        page.locator("#text").fill("First line\nand the second");
        page.goBack();
        assertThat(page.locator("#name")).hasValue("Kemal Yıldız");
        page.locator("#document-number").fill("U31207845");
        page.locator("#document-number").press("Enter");
        page.locator(".trouble li a", new Page.LocatorOptions().setHasText("Topic"))
                .click();
        assertThat(page.locator("#topic")).isVisible();
        assertThat(page.locator("#name")).isHidden();
        page.locator(".trouble li a", new Page.LocatorOptions().setHasText("Date of birth"))
                .click();
        fill("birthDate-day", "14");
        fill("birthDate-month", "5");
        fill("birthDate-year", "1985");
        page.locator("#document-type-0").check();
        page.locator("#citizenship").selectOption("TUR");
        Place.goTo(page, page.locator("#topic"));
        page.locator("#topic").selectOption("REGISTRATION");
        page.locator(".inquiry input[name=answerIn]").first().check();
        page.locator(".inquiry .send").click();
        assertThat(page.locator("h1")).hasText("Check before you send");
        assertThat(page.locator(".told").first()).containsText("14 May 1985");
        assertThat(page.locator(".told").last()).containsText("First line\nand the second");
        page.locator(".change").first().click();
        assertThat(page.locator("#name")).hasValue("Kemal Yıldız");
        assertThat(page.locator("#text")).hasValue("First line\nand the second");
        Place.send(page);
        assertThat(page.locator("#number")).isVisible();
        assertThat(page.url()).doesNotContain("U31207845").doesNotContain("Kemal");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void only_what_is_at_hand_is_asked_for(boolean scripts) {
        visit(scripts).navigate("/payments?lang=en");
        assertThat(page.locator("#paymentNumber")).isHidden();
        page.locator("[name=_way]").first().check();
        fill("document-number", "T9044718");
        page.locator("[name=_way]").nth(1).check();
        assertThat(page.locator("#document-number")).isHidden();
        page.locator(Place.SEND).click();
        assertThat(page.locator(".trouble[data-status='400']")).isVisible();
        assertThat(page.locator("#paymentNumber")).isVisible();
        fill("paymentNumber", "826288104467");
        page.locator(Place.SEND).click();
        assertThat(page.locator("h2")).containsText("You have something to pay");
        page.locator(".again .secondary").first().click();
        assertThat(page.locator("#paymentNumber")).hasValue("826288104467");
        assertThat(page.locator("#document-number")).isHidden();
    }

    private void fill(String field, String value) {
        page.locator("#" + field).fill(value);
    }

    private void write(String text) {
        page.navigate("/letters?lang=en");
        page.locator("#topic").selectOption("REGISTRATION");
        page.locator(".inquiry input[name=answerIn]").first().check();
        page.locator("#text").fill(text);
    }

    private static void logIn(Page page, String persona) {
        page.navigate("/account?lang=en");
        page.locator("button[value=" + persona + "]").click();
        page.locator(".account a[href='/account']").waitFor();
    }

    private static void choose(Page page, int company) {
        page.locator("input[name=company]").nth(company).check();
        page.locator("form[action='/account/company'] button").click();
    }
}
